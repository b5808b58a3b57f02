import { eq } from 'drizzle-orm';
import { dossiers } from '../../db/schema/index.ts';
import { header, type TransactionalJob } from './job.ts';
import { rejectionReason } from './rejection-reason.ts';

const statuses = ['running', 'returned', 'decided', 'rejected', 'withdrawn', 'closed'] as const;

/**
 * `set-dossier-status` (header `status`): moves the dossier. A rejection takes its reason from the deciding person or the
 * council's counts; the reason of a withdrawal was stored by the proposer's command.
 */
export const setDossierStatus: TransactionalJob = async ({ tx, dossier, job }) => {
  const status = header(job, 'status', statuses);
  const endReason = status === 'rejected' ? await rejectionReason(tx, dossier.id) : dossier.endReason;
  await tx.update(dossiers).set({ status, endReason }).where(eq(dossiers.id, dossier.id));
  return {};
};
