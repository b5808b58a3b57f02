import { eq } from 'drizzle-orm';
import { councils } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { writeAudit } from '../audit.ts';
import { acceptedType, insertDocument } from '../documents/store-document.ts';
import { administeredCouncil } from './council-guards.ts';

export interface AttachEstablishingDecisionProps {
  councilId: string;
  fileName: string;
  content: Buffer;
}

/**
 * Attaches the decision that established or re-constituted a council; an earlier one stays stored.
 * @throws ApiError council_not_found, forbidden, file_empty, file_type_not_allowed
 */
export async function attachEstablishingDecision(
  context: CommandContext,
  { councilId, fileName, content }: AttachEstablishingDecisionProps,
): Promise<void> {
  await administeredCouncil(context, councilId);
  const mediaType = acceptedType(content);
  await context.db.transaction(async (tx) => {
    const file = { kind: 'council_decision', fileName, content, mediaType };
    const { documentId, sha256 } = await insertDocument(tx, context, null, file);
    await tx.update(councils).set({ documentId }).where(eq(councils.id, councilId));
    await writeAudit(tx, context, {
      action: 'council.attach_decision',
      subjectKind: 'council',
      subjectId: councilId,
      details: { documentId, sha256 },
    });
  });
}
