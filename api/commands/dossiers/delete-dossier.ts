import { eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { dropNominations } from '../../../db/ledger/strangers.ts';
import { documents, dossiers, nominations } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { dossierOfClerk } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';
import { lockDraft } from './draft-guard.ts';

/**
 * Deletes a draft with its nominations and documents. What was submitted is never deleted.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_draft
 */
export async function deleteDossier(context: CommandContext, dossierId: string): Promise<void> {
  const dossier = await dossierOfClerk(context, dossierId);
  await context.db.transaction((tx) => deleteDraft(tx, context, dossier));
}

/** @throws ApiError dossier_not_draft */
export async function deleteDraft(
  tx: Executor,
  context: CommandContext,
  { id: dossierId, code }: Pick<typeof dossiers.$inferSelect, 'id' | 'code'>,
): Promise<void> {
  await lockDraft(tx, dossierId);
  await dropNominations(tx, eq(nominations.dossierId, dossierId));
  await tx.delete(documents).where(eq(documents.subjectId, dossierId));
  await tx.delete(dossiers).where(eq(dossiers.id, dossierId));
  await writeAudit(tx, context, {
    action: 'dossier.delete',
    subjectKind: 'dossier',
    subjectId: dossierId,
    details: { code },
  });
}
