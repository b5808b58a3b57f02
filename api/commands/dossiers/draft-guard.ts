import { and, eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { dossiers } from '../../../db/schema/index.ts';
import { ApiError } from '../../errors.ts';

/**
 * Locks the dossier's row and makes sure that it still is a draft: its list cannot change while it is being submitted.
 * @throws ApiError dossier_not_draft
 */
export async function lockDraft(tx: Executor, dossierId: string): Promise<void> {
  const [row] = await tx
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(and(eq(dossiers.id, dossierId), eq(dossiers.status, 'draft')))
    .for('update');
  if (!row) throw new ApiError('dossier_not_draft');
}
