import { header, type TransactionalJob } from './job.ts';
import { moveDossier } from './move-dossier.ts';
import { rejectionReason } from './rejection-reason.ts';

const statuses = ['running', 'returned', 'decided', 'rejected', 'withdrawn', 'closed'] as const;

/**
 * `set-dossier-status` (header `status`): moves the dossier. A rejection takes its reason from the deciding person or the
 * council's counts; the reason of a withdrawal was stored by the proposer's command.
 */
export const setDossierStatus: TransactionalJob = async (context) => {
  const { tx, dossier, job } = context;
  const status = header(job, 'status', statuses);
  const endReason = status === 'rejected' ? await rejectionReason(tx, dossier.id) : dossier.endReason;
  await moveDossier(context, { status, endReason });
  return {};
};
