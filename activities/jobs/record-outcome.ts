import { and, eq, inArray } from 'drizzle-orm';
import { nominations } from '../../db/schema/index.ts';
import { header, type TransactionalJob } from './job.ts';
import { rejectionReason } from './rejection-reason.ts';

/** `record-outcome` (header `outcome`): what became of the nominations still in play when the chain ended. */
export const recordOutcome: TransactionalJob = async ({ tx, dossier, job }) => {
  const outcome = header(job, 'outcome', ['awarded', 'refused'] as const);
  const reason = outcome === 'refused' ? await rejectionReason(tx, dossier.id) : null;
  await tx
    .update(nominations)
    .set({ status: outcome, reason })
    .where(
      and(
        eq(nominations.dossierId, dossier.id),
        inArray(nominations.status, ['proposed', 'passed', 'returned']),
      ),
    );
  return {};
};
