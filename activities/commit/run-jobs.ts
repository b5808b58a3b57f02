import type { EngineEvent, Job, VisitId } from '../../engine/types.ts';
import { activityJobTypes } from '../jobs/activity-jobs.ts';
import { transactionalJobs } from '../jobs/index.ts';
import { JobError } from '../jobs/job.ts';
import { UnknownPlaceError } from '../places.ts';
import type { CommitContext } from './context.ts';

/**
 * Runs the jobs that only touch the database, each under a savepoint: one that cannot be done leaves nothing behind and
 * becomes a `jobFailed` event. Jobs of other types are handed back for the host to run as activities.
 */
export async function runTransactionalJobs(
  context: CommitContext,
  jobs: Job[],
): Promise<{ results: EngineEvent[]; jobs: VisitId[] }> {
  const results: EngineEvent[] = [];
  const forActivities: VisitId[] = [];
  for (const job of jobs) {
    if (activityJobTypes.includes(job.type)) forActivities.push(job.job);
    else results.push(await runOne(context, job));
  }
  return { results, jobs: forActivities };
}

async function runOne(context: CommitContext, job: Job): Promise<EngineEvent> {
  const run = transactionalJobs[job.type];
  const { instanceId, subject, dossier, now, today } = context;
  if (!run || !subject) {
    return {
      type: 'jobFailed',
      job: job.job,
      code: 'unknown_job_type',
      message: `No job type "${job.type}" is known.`,
    };
  }
  try {
    const { variables = {}, notices = 0 } = await context.tx.transaction((tx) =>
      run({ tx, instanceId, subject, dossier, job, now, today }),
    );
    context.notices += notices;
    return { type: 'jobCompleted', job: job.job, variables };
  } catch (error) {
    if (error instanceof JobError || error instanceof UnknownPlaceError) {
      return { type: 'jobFailed', job: job.job, code: error.code, message: error.message };
    }
    throw error;
  }
}
