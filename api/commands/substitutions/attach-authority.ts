import { and, eq } from 'drizzle-orm';
import { substitutions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { isPartyTo } from '../../policies/acting.ts';
import { writeAudit } from '../audit.ts';
import { acceptedType, insertDocument } from '../documents/store-document.ts';

export interface AttachAuthorityProps {
  substitutionId: string;
  fileName: string;
  content: Buffer;
}

/**
 * Attaches the paper that authorises a substitution (văn bản ủy quyền), by who is substituted or who substitutes; an earlier one stays
 * stored. Every act done under it shows the paper.
 * @throws ApiError substitution_not_found, file_empty, file_type_not_allowed
 */
export async function attachAuthority(
  context: CommandContext,
  { substitutionId, fileName, content }: AttachAuthorityProps,
): Promise<void> {
  const mine = and(eq(substitutions.id, substitutionId), isPartyTo(context.actor));
  const [known] = await context.db.select({ id: substitutions.id }).from(substitutions).where(mine);
  if (!known) throw new ApiError('substitution_not_found');
  const mediaType = acceptedType(content);
  await context.db.transaction(async (tx) => {
    const file = { kind: 'authority', fileName, content, mediaType };
    const { documentId, sha256 } = await insertDocument(tx, context, null, file);
    await tx.update(substitutions).set({ documentId }).where(mine);
    await writeAudit(tx, context, {
      action: 'substitution.attach_authority',
      subjectKind: 'substitution',
      subjectId: substitutionId,
      details: { documentId, sha256 },
    });
  });
}
