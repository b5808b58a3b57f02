import {
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CommitAnswer, ProposedStep } from '../activities/commit/commit-step.ts';
import { advance, type Graphs } from '../engine/advance.ts';
import type { EngineEvent, Graph, State } from '../engine/types.ts';
import { Alarm } from './alarm.ts';
import { Inbox, isSame } from './inbox.ts';
import { Jobs } from './jobs.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows of the outbox, in order; delivering one twice is harmless. */
export const deliver = defineSignal<[EngineEvent[]]>('deliver');

export interface Progress {
  step: number;
  applied: number;
  position: { process: string; element: string }[];
}
/** Where the instance is, as Temporal knows it; PostgreSQL must say the same. */
export const progress = defineQuery<Progress>('progress');

/** The whole state; the committed steps, folded in memory, must give the same. */
export const standing = defineQuery<State | null>('standing');

const { commitStep, loadGraph } = proxyLocalActivities<{
  commitStep(step: ProposedStep): Promise<CommitAnswer>;
  loadGraph(instanceId: string, definition: string | null): Promise<Graph>;
}>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '5 seconds' },
});

const { sendNotices } = proxyActivities<{ sendNotices(input: { instanceId: string }): Promise<void> }>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '2 seconds', maximumAttempts: 5 },
});

/**
 * Runs one instance of any process definition. The engine proposes a step, the local activity commits it, then it holds;
 * events are applied one by one. The workflow id is the instance id.
 */
export async function processInstance(snapshot: Snapshot): Promise<void> {
  const { instanceId } = snapshot;
  const inbox = new Inbox(snapshot.applied, snapshot.queue);
  const alarm = new Alarm();
  const jobs = new Jobs(instanceId, (event) => inbox.receive([event]));
  let { state, step } = snapshot;
  let definition = snapshot.definition ?? definitionIn(snapshot.queue);
  let mails = 0;
  setHandler(deliver, (events) => inbox.receive(events));
  setHandler(progress, () => ({ step, applied: inbox.applied, position: positionOf(state) }));
  setHandler(standing, () => state);

  let graph = await loadGraph(instanceId, definition);
  alarm.set(snapshot.nextTimer);
  let nextTimer = snapshot.nextTimer;

  while (state === null || state.root !== null) {
    await condition(() => inbox.hasNext || (alarm.rang && inbox.isOpen));
    const event = inbox.next() ?? { type: 'timersDue' as const };
    if (event.type === 'timersDue') alarm.acknowledge();
    await take(event);
    if (workflowInfo().continueAsNewSuggested && !jobs.areRunning && mails === 0) {
      await continueAsNew<typeof processInstance>({
        instanceId,
        definition,
        state,
        step,
        applied: inbox.applied,
        queue: inbox.rest(),
        nextTimer,
      });
    }
  }
  // Mails of the last step are still on their way; an activity would be abandoned with the run.
  await condition(() => mails === 0);

  async function take(event: EngineEvent): Promise<void> {
    const now = new Date().toISOString();
    let graphs = await graphsFor(event);
    let proposal = advance(graphs, state, event, now);
    const position = positionOf(proposal.state);
    const answer = await commitStep({
      instanceId,
      step: step + 1,
      event,
      now,
      effects: proposal.effects,
      position,
    });
    let held = event;
    if (answer.status === 'lost') {
      inbox.putBack(event);
      inbox.holdUntil(answer.until);
      alarm.set(nextTimer);
      return;
    }
    if (answer.status === 'stored') {
      // An earlier try of this step got through before its workflow task did: what it committed is what holds.
      if (!isSame(event, answer.event)) inbox.putBack(event);
      held = answer.event;
      graphs = await graphsFor(held);
      proposal = advance(graphs, state, held, answer.now);
    }
    state = proposal.state;
    step += 1;
    if (held.type === 'migrated' && proposal.effects.some(({ type }) => type === 'migrated')) {
      ({ definition } = held);
      graph = graphs.to;
    }
    inbox.settle(held);
    inbox.follow(answer.results);
    jobs.perform(proposal.effects, answer.jobs);
    if (answer.notices) mail();
    nextTimer = proposal.nextTimer;
    alarm.set(nextTimer);
  }

  async function graphsFor(event: EngineEvent): Promise<Graphs> {
    const to = event.type === 'migrated' ? await loadGraph(instanceId, event.definition) : graph;
    return { from: graph, to };
  }

  /** Sends the notices' mails beside the process; what a spent retry leaves unsent the schedule sends later. */
  function mail(): void {
    mails += 1;
    sendNotices({ instanceId })
      .catch(() => undefined)
      .finally(() => {
        mails -= 1;
      });
  }
}

/** The definition an instance that has not begun will run on; null in starts recorded before they named it. */
function definitionIn(queue: EngineEvent[]): string | null {
  const event = queue.find(({ type }) => type === 'start');
  return event?.type === 'start' ? (event.definition ?? null) : null;
}

/** Elements that hold a token, sub-processes and calls included; the processes themselves are left out. */
function positionOf(state: State | null): Progress['position'] {
  if (state === null) return [];
  return Object.values(state.visits)
    .filter((visit) => visit.node !== visit.process)
    .map((visit) => ({ process: visit.process, element: visit.node }));
}
