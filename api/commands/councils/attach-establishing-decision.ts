import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { councils, documents } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { documentType } from '../../files/media-type.ts';
import { safeName } from '../../files/safe-name.ts';
import { writeAudit } from '../audit.ts';
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
  if (content.length === 0) throw new ApiError('file_empty');
  const mediaType = documentType(content);
  if (!mediaType) throw new ApiError('file_type_not_allowed');
  const sha256 = createHash('sha256').update(content).digest('hex');
  await context.db.transaction(async (tx) => {
    const [document] = await tx
      .insert(documents)
      .values({
        kind: 'council_decision',
        fileName: safeName(fileName),
        mediaType,
        size: content.length,
        sha256,
        content,
        uploadedBy: context.actor.accountId,
        createdAt: context.now,
      })
      .returning({ id: documents.id });
    if (!document) throw new Error('insert of a document returned no row');
    await tx.update(councils).set({ documentId: document.id }).where(eq(councils.id, councilId));
    await writeAudit(tx, context, {
      action: 'council.attach_decision',
      subjectKind: 'council',
      subjectId: councilId,
      details: { documentId: document.id, sha256 },
    });
  });
}
