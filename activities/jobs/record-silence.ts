import { and, eq } from 'drizzle-orm';
import { opinionRequests } from '../../db/schema/index.ts';
import { JobError, type TransactionalJob } from './job.ts';

/** `record-silence` (variable `about`): the agency has not answered in time, which the rule takes for consent. */
export const recordSilence: TransactionalJob = async ({ tx, dossier, job, now }) => {
  const silent = await tx
    .update(opinionRequests)
    .set({ silentAt: now })
    .where(
      and(eq(opinionRequests.id, String(job.variables.about)), eq(opinionRequests.dossierId, dossier.id)),
    )
    .returning({ id: opinionRequests.id });
  if (silent.length === 0) throw new JobError('no_opinion_request', 'This opinion was not asked for.');
  return {};
};
