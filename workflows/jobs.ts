import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { Effect, EngineEvent, Job, Variables, VisitId } from '../engine/types.ts';

/** Activity behind a job type; answers the job's result variables. */
export type JobActivity = (input: { instanceId: string; job: Job }) => Promise<Variables>;

/** Jobs of an instance that run as activities. Their results come back as events. */
export class Jobs {
  readonly #instanceId: string;
  readonly #report: (event: EngineEvent) => void;
  readonly #running = new Map<VisitId, CancellationScope>();

  constructor(instanceId: string, report: (event: EngineEvent) => void) {
    this.#instanceId = instanceId;
    this.#report = report;
  }

  get areRunning(): boolean {
    return this.#running.size > 0;
  }

  /** Starts the jobs of a committed step that its transaction left to activities, and cancels those it ended. */
  perform(effects: Effect[], jobs: VisitId[]): void {
    for (const effect of effects) {
      if (effect.type === 'cancelJob') this.#running.get(effect.job)?.cancel();
      if (effect.type === 'runJob' && jobs.includes(effect.job.job)) this.#start(effect.job);
    }
  }

  #start(job: Job): void {
    const activities = proxyActivities<Record<string, JobActivity>>({
      startToCloseTimeout: '2 minutes',
      retry: { initialInterval: '1 second', maximumAttempts: Math.max(1, job.retries) },
    });
    const run = activities[job.type];
    if (!run) throw new Error(`no activity for job type ${job.type}`);
    const scope = new CancellationScope();
    this.#running.set(job.job, scope);
    scope
      .run(() => run({ instanceId: this.#instanceId, job }))
      .then(
        (variables) => this.#report({ type: 'jobCompleted', job: job.job, variables }),
        (error) => {
          if (isCancellation(error)) return;
          this.#report({ type: 'jobFailed', job: job.job, ...causeOf(error) });
        },
      )
      .finally(() => this.#running.delete(job.job));
  }
}

/** Code and sentence of what stopped an activity after its last try. */
function causeOf(error: unknown): { code: string; message: string } {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  const code = cause instanceof ApplicationFailure && cause.type ? cause.type : 'job_failed';
  return { code, message: cause instanceof Error ? cause.message : String(cause) };
}
