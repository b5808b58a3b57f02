/**
 * The two hosts of the core agree: what runs on Temporal and PostgreSQL leaves the same trace, the same open tasks, incidents
 * and end as what runs in memory, and the workflow holds the same state: variables, timers, what is waited for. Random
 * block-structured models (HOST_MODELS=200 for a long night) and the cases of `engine/elements`, time skipped between their
 * moments. Left out are those that count working days or name a date: the clock of a real server goes forward from today only
 * (`clocks.test.ts` has its own).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { and, asc, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidents, instanceHistory, processInstances, subscriptions, tasks } from '../../db/schema/index.ts';
import { compile } from '../../engine/compile.ts';
import { type Case, named } from '../../engine/elements/play.ts';
import { LiveInstance } from '../../engine/live.ts';
import { simulate } from '../../engine/simulate.ts';
import type { Effect, EngineEvent, Graph, State } from '../../engine/types.ts';
import type { Progress } from '../../workflows/process-instance.ts';
import { blocks, modelOf } from '../block-models.ts';
import { hostModel } from '../fixtures/hosted-model.ts';
import { type Stack, startStack } from '../stack.ts';
import { skipTime } from '../temporal.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const models = Number(process.env.HOST_MODELS ?? 8);
const at = '2026-11-20T02:00:00.000Z';
const calendar = { daysOff: [], workingDays: [] };
type StartEvent = Extract<EngineEvent, { type: 'start' }>;

/** Incidents of the award world, not of the model: a place the organisation lacks, a council's result that nobody awaits. */
const ofTheHost = ['unknown_place', 'result_without_receiver'];

interface Outcome {
  trace: string[];
  /** Elements with an open task, by visit. */
  tasks: Record<string, string>;
  /** `element: code`. */
  incidents: string[];
  ended: boolean;
  /** Variables, timers, messages and signals waited for, loops: all that the core remembers, whenever it was. */
  state: unknown;
}

/** The clocks of the two hosts differ: every moment reads the same. */
const timeless = (state: State | null): unknown =>
  JSON.parse(JSON.stringify(state).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment'));

/** What the host of the award world makes of the jobs of the cases: it knows none of their types. */
const refusals = (effects: Effect[]): EngineEvent[] =>
  effects.flatMap((effect) =>
    effect.type === 'runJob'
      ? {
          type: 'jobFailed',
          job: effect.job.job,
          code: 'unknown_job_type',
          message: `No job type "${effect.job.type}" is known.`,
        }
      : [],
  );

/** Something that happens a time after the start; nothing but time passing where it gives no event. */
interface Planned {
  /** Milliseconds. */
  after: number;
  event: (live: LiveInstance) => EngineEvent | undefined;
}

interface Sent {
  after: number;
  event: EngineEvent;
}

/** What the instance sends itself: its host carries a message to whoever waits for it. */
const carriedBack = (live: LiveInstance, effects: Effect[]): EngineEvent[] =>
  effects.flatMap((effect) => {
    if (effect.type !== 'publish' || effect.kind !== 'message') return [];
    const { name, correlationKey, variables } = effect;
    const key = correlationKey ?? '';
    const waits = [...live.visits()].flatMap((visit) => visit.waits);
    const isAwaited = waits.some(
      (wait) => wait.type === 'message' && wait.name === name && (wait.key ?? key) === key,
    );
    return isAwaited ? [{ type: 'message' as const, name, correlationKey: key, variables }] : [];
  });

/**
 * Plays in memory; what comes next may depend on where the instance stands. Timers fire on the way, and what becomes of jobs
 * comes before anything else, as on the other host.
 * @returns what was sent, how many events came by themselves with a number of their own, and how many steps it took
 */
function inMemory(
  graph: Graph,
  begin: StartEvent,
  next: (live: LiveInstance) => Planned | undefined,
): { outcome: Outcome; sent: Sent[]; carried: number; steps: number } {
  const live = LiveInstance.start(graph, begin, at);
  const effects = [...live.effects];
  const sent: Sent[] = [];
  const results = refusals(live.effects);
  let carried = 0;
  let steps = 1;
  const take = (event: EngineEvent, now: string) => {
    steps += 1;
    if (!live.step(event, now)) return;
    effects.push(...live.effects);
    const back = carriedBack(live, live.effects);
    carried += back.length;
    results.unshift(...refusals(live.effects), ...back);
  };
  const settle = (now: string) => {
    for (let result = results.shift(); result && !live.hasEnded; result = results.shift()) take(result, now);
  };
  settle(at);
  for (let planned = next(live); planned; planned = next(live)) {
    const now = new Date(Date.parse(at) + planned.after).toISOString();
    for (let due = live.nextTimer; due !== null && due <= now && !live.hasEnded; due = live.nextTimer) {
      take({ type: 'timersDue' }, due);
      settle(due);
    }
    const event = planned.event(live);
    if (!event) continue;
    sent.push({ after: planned.after, event });
    take(event, now);
    settle(now);
  }
  const open = [...live.visits()].filter(({ work }) => work === 'task');
  const outcome = {
    trace: effects.flatMap((effect) =>
      effect.type === 'trace' ? `${effect.action} ${effect.element} in ${effect.scope}` : [],
    ),
    tasks: Object.fromEntries(open.map(({ id, node }) => [id, node])),
    incidents: live.incidents.map(({ visit, code }) => `${live.visit(visit)?.node}: ${code}`).sort(),
    ended: live.hasEnded,
    state: timeless(live.state),
  };
  return { outcome, sent, carried, steps };
}

/**
 * Gives the same events to a workflow, as people and others would: by the numbered outbox. Time is skipped between them.
 * @param until how long after the start it ends, in milliseconds
 */
async function expectOnTemporal(
  graph: Graph,
  begin: StartEvent,
  { outcome, sent, carried, steps }: ReturnType<typeof inMemory>,
  until = 0,
): Promise<void> {
  const { db } = stack.database;
  const hosted = await hostModel(stack, graph);
  const { instanceId } = hosted;
  const row = async () =>
    (await db.select().from(processInstances).where(eq(processInstances.id, instanceId)))[0];
  const handle = stack.temporal.client.workflow.getHandle(instanceId);
  const patience = { timeout: 60_000, interval: 50 };
  let given = 0;
  const isApplied = async () => {
    const { appliedNumber, status } = (await row()) ?? {};
    // What is sent after the end is closed with it.
    return status === 'ended' || (appliedNumber ?? -1) >= given;
  };

  const moments = Map.groupBy(sent, ({ after }) => after);
  const { 0: atOnce = [], ...later } = Object.fromEntries(moments);
  await hosted.give(begin, ...atOnce.map(({ event }) => event));
  given = atOnce.length;
  await expect.poll(isApplied, patience).toBe(true);
  const startedAt = Date.now();
  let skipped = 0;
  const passTo = async (after: number) => {
    const seconds = Math.ceil((startedAt + after - Date.now()) / 1000) - skipped;
    if (seconds <= 0) return;
    skipped += seconds;
    await skipTime(stack.temporal, instanceId, seconds);
    // Answered when the workflow has done what was due on the way.
    await handle.query<Progress>('progress');
  };
  for (const [after, events = []] of Object.entries(later)) {
    await passTo(Number(after));
    await hosted.give(...events.map(({ event }) => event));
    given += events.length;
    await expect.poll(isApplied, patience).toBe(true);
  }
  await passTo(until);
  const isDone = async () => {
    const { appliedNumber, status } = (await row()) ?? {};
    if (status === 'ended' || appliedNumber !== sent.length + carried) return status === 'ended';
    return (await handle.query<Progress>('progress')).step >= steps;
  };
  await expect.poll(isDone, patience).toBe(true);

  // The events come without the rows that a person's click would have changed.
  const decided = new Set(sent.map(({ event }) => (event.type === 'taskCompleted' ? event.visit : '')));
  const found = async (): Promise<Outcome> => {
    const [history, opened, stuck] = await Promise.all([
      db
        .select()
        .from(instanceHistory)
        .where(eq(instanceHistory.instanceId, instanceId))
        .orderBy(asc(instanceHistory.id)),
      db
        .select()
        .from(tasks)
        .where(and(eq(tasks.instanceId, instanceId), eq(tasks.status, 'open'))),
      db
        .select()
        .from(incidents)
        .where(and(eq(incidents.instanceId, instanceId), isNull(incidents.resolvedAt))),
    ]);
    return {
      trace: history.map(({ action, element, scope }) => `${action} ${element} in ${scope}`),
      tasks: Object.fromEntries(
        opened.filter(({ visit }) => !decided.has(visit)).map(({ visit, element }) => [visit, element]),
      ),
      incidents: stuck
        .filter(({ code }) => !ofTheHost.includes(code))
        .map(({ element, code }) => `${element}: ${code}`)
        .sort(),
      ended: (await row())?.status === 'ended',
      state: timeless(await handle.query<State | null>('standing')),
    };
  };
  expect(await found()).toEqual(outcome);
  // Nobody may hear of the next case what this one still waits for.
  await db.delete(subscriptions).where(eq(subscriptions.instanceId, instanceId));
}

test(`${models} random models do the same on both hosts, whatever people finish first`, async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.infiniteStream(fc.nat(1000)), fc.nat(60), async (content, choices, limit) => {
      const { graph } = await compile({ 'p.bpmn': modelOf(content).xml });
      const begin: StartEvent = { type: 'start', process: 'P', variables: {}, calendar };
      let finished = 0;
      const played = inMemory(graph, begin, (live) => {
        const open = [...live.visits()].filter(({ work }) => work === 'task');
        const visit = open[(choices.next().value ?? 0) % open.length]?.id;
        if (visit === undefined || finished++ >= limit) return undefined;
        return { after: 0, event: () => ({ type: 'taskCompleted', visit, variables: {} }) };
      });
      const { outcome, sent } = played;
      const simulated: string[] = [];
      const { ended } = simulate(graph, {
        processes: ['P'],
        events: sent.map(({ event }) => ({
          completeTask: event.type === 'taskCompleted' ? event.visit : '',
        })),
        onTrace: ({ action, element, scope }) => simulated.push(`${action} ${element} in ${scope}`),
      });
      expect({ trace: simulated, ended }).toEqual({ trace: outcome.trace, ended: outcome.ended });
      await expectOnTemporal(graph, begin, played);
    }),
    { numRuns: models, endOnFailure: true },
  );
}, 600_000);

const folder = new URL('../../engine/elements/cases/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
  // A task or timer whose moments depend on the day; `clocks.test.ts` is about these.
  .filter((name) => !/working days|calendar days|timeDate|dueDate|now\(/.test(read(`${name}.bpmn`)));

test.each(cases)('the case %s does the same on both hosts', async (name) => {
  const { played, calendar: own = calendar } = JSON.parse(read(`${name}.json`)) as Case;
  const { graph } = await compile({ [`${name}.bpmn`]: read(`${name}.bpmn`) });
  const [first, ...rest] = played;
  if (!first) throw new Error(`the case ${name} plays nothing`);
  const begin = { variables: {}, calendar: own, ...first.event } as unknown as StartEvent;
  const after = (moment: string) => Date.parse(moment) - Date.parse(first.at);
  const inOrder = rest.values();
  const result = inMemory(graph, begin, () => {
    const step = inOrder.next().value;
    if (!step) return undefined;
    // Timers fire by themselves.
    const event = (live: LiveInstance) =>
      step.event.type === 'timersDue' ? undefined : named(live.state, step.event);
    return { after: after(step.at), event };
  });
  await expectOnTemporal(graph, begin, result, after((rest.at(-1) ?? first).at));
});
