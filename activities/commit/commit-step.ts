import { and, eq } from 'drizzle-orm';
import type { Database, Executor } from '../../db/client.ts';
import {
  dossiers,
  instanceHistory,
  instanceSteps,
  outbox,
  processInstances,
  subjects,
} from '../../db/schema/index.ts';
import { localDate } from '../../engine/time/local-date.ts';
import type { Effect, EngineEvent, VisitId } from '../../engine/types.ts';
import { closeInstance } from './close-instance.ts';
import type { CommitContext } from './context.ts';
import { applyIncidentEffect, reportUnreceived } from './incidents.ts';
import { applyOperationEffect, endCancelled } from './operations.ts';
import { publish } from './publish.ts';
import { leaveCouncils } from './referrals.ts';
import { runTransactionalJobs } from './run-jobs.ts';
import { applySubscriptionEffect } from './subscriptions.ts';
import { cancelTasks, changeDue, decidedInTheMeantime, openTask, remind } from './tasks.ts';

/** A step that the engine proposes; it holds once its transaction has committed. */
export interface ProposedStep {
  instanceId: string;
  /** Number of the step, from 1. */
  step: number;
  event: EngineEvent;
  /** The workflow's time, ISO. */
  now: string;
  effects: Effect[];
  /** Where the tokens are after the step. */
  position: { process: string; element: string }[];
}

export type CommitAnswer =
  /** The step holds. `results` are events that follow at once; `jobs` are to be run as activities. */
  | ({ status: 'committed' } & StepOutcome)
  /** The step number was committed before, perhaps with another event: this is what holds; apply it instead. */
  | ({ status: 'stored'; event: EngineEvent; now: string } & StepOutcome)
  /** A person decided a task that this event would have ended: nothing was written. Apply outbox number `until` first. */
  | { status: 'lost'; until: number };

export interface StepOutcome {
  results: EngineEvent[];
  jobs: VisitId[];
  /** Notices were written; their mails are to be sent. */
  notices: boolean;
}

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

const ofType = <T extends Effect['type']>(effects: Effect[], type: T): EffectOf<T>[] =>
  effects.filter((effect): effect is EffectOf<T> => effect.type === type);

/**
 * Commits one step of an instance in one transaction, keyed by (instance, step): tasks, history, position,
 * subscriptions, incidents, notices, and the jobs that only touch the database. Retrying it is harmless.
 */
export async function commitStep(db: Database, proposed: ProposedStep): Promise<CommitAnswer> {
  return db.transaction(async (tx) => {
    const { instanceId, step, event } = proposed;
    // Statements handed over together cost one round trip; the first of them takes the instance's lock.
    const [[instance], [subject], [dossier]] = await Promise.all([
      tx
        .select({ step: processInstances.step })
        .from(processInstances)
        .where(eq(processInstances.id, instanceId))
        .for('update'),
      tx.select().from(subjects).where(eq(subjects.instanceId, instanceId)),
      tx.select().from(dossiers).where(eq(dossiers.instanceId, instanceId)),
    ]);
    if (!instance) throw new Error(`process instance ${instanceId} does not exist`);
    if (step <= instance.step) return storedStep(tx, instanceId, step);
    if (step !== instance.step + 1)
      throw new Error(`step ${step} of ${instanceId} cannot follow step ${instance.step}`);

    const now = new Date(proposed.now);
    const context: CommitContext = {
      tx,
      instanceId,
      subject,
      dossier,
      now,
      today: localDate(proposed.now),
      notices: 0,
    };
    const effects = lasting(proposed.effects);

    const ending = ofType(effects, 'cancelTask').map((effect) => effect.visit);
    const decided = await decidedInTheMeantime(context, ending);
    if (decided !== null && event.number === undefined) return { status: 'lost', until: decided };

    await cancelTasks(context, ending);
    for (const effect of effects) await applyEffect(context, event, effect);
    await leaveCouncils(context, event, effects);
    const unreceived = ofType(effects, 'unreceived').map(({ held }) => held ?? event);
    for (const missed of unreceived) {
      await reportUnreceived(context, missed);
      if (missed !== event) await settleEvent(context, missed, 'overtaken');
    }
    const undone = unreceived.includes(event) || effects.some(({ type }) => type === 'refused');
    const { results, jobs } = await runTransactionalJobs(
      context,
      ofType(effects, 'runJob').map((effect) => effect.job),
    );
    const [ended] = ofType(effects, 'ended');
    if (ended) await closeInstance(context, event.number);
    if (ended?.cancelled) await endCancelled(context, event.number);

    const outcome: StepOutcome = { results, jobs, notices: context.notices > 0 };
    await Promise.all([
      tx
        .update(processInstances)
        .set({
          step,
          position: proposed.position,
          ...(event.number === undefined ? {} : { appliedNumber: event.number }),
          ...(ended ? { status: 'ended' as const, endedAt: now } : {}),
        })
        .where(eq(processInstances.id, instanceId)),
      tx.insert(instanceSteps).values({ instanceId, step, event, now, outcome }),
      writeHistory(context, step, ofType(effects, 'trace')),
      settleEvent(context, event, undone ? 'overtaken' : 'applied'),
    ]);
    return { status: 'committed', ...outcome };
  });
}

async function storedStep(tx: Executor, instanceId: string, step: number): Promise<CommitAnswer> {
  const [row] = await tx
    .select()
    .from(instanceSteps)
    .where(and(eq(instanceSteps.instanceId, instanceId), eq(instanceSteps.step, step)));
  if (!row) throw new Error(`step ${step} of ${instanceId} was committed but is not stored`);
  return { status: 'stored', event: row.event, now: row.now.toISOString(), ...row.outcome };
}

/** The effects without the tasks and jobs that the same step ends again: they have never been in the world. */
function lasting(effects: Effect[]): Effect[] {
  const ended = new Set(
    effects.map((effect) =>
      effect.type === 'cancelTask' ? effect.visit : effect.type === 'cancelJob' ? effect.job : '',
    ),
  );
  return effects.filter(
    (effect) =>
      !(effect.type === 'openTask' && ended.has(effect.task.visit)) &&
      !(effect.type === 'runJob' && ended.has(effect.job.job)),
  );
}

/** One effect on the database. Cancelled tasks, history and jobs are handled together, before and after. */
async function applyEffect(context: CommitContext, event: EngineEvent, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'openTask':
      return openTask(context, effect.task);
    case 'changeDue':
      return changeDue(context, effect);
    case 'remind':
      return remind(context, effect);
    case 'subscribe':
    case 'unsubscribe':
      return applySubscriptionEffect(context, effect);
    case 'openIncident':
    case 'closeIncident':
      return applyIncidentEffect(context, effect);
    case 'suspended':
    case 'resumed':
    case 'migrated':
    case 'moved':
    case 'refused':
      return applyOperationEffect(context, effect, event);
    case 'publish':
      return publish(context, effect);
    case 'cancelTask':
    case 'runJob':
    case 'cancelJob':
    case 'unreceived':
    case 'trace':
    case 'ended':
      return;
  }
}

/** The outbox row that brought the event is done with. */
async function settleEvent(
  { tx, instanceId }: CommitContext,
  { number }: EngineEvent,
  status: 'applied' | 'overtaken',
): Promise<void> {
  if (number === undefined) return;
  await tx
    .update(outbox)
    .set({ status })
    .where(and(eq(outbox.instanceId, instanceId), eq(outbox.number, number)));
}

async function writeHistory(
  { tx, instanceId, now }: CommitContext,
  step: number,
  traces: EffectOf<'trace'>[],
): Promise<void> {
  if (traces.length === 0) return;
  await tx
    .insert(instanceHistory)
    .values(traces.map(({ type: _, ...trace }) => ({ instanceId, step, at: now, ...trace })));
}
