/**
 * The two hosts of the core agree: what runs on Temporal and PostgreSQL leaves the same trace, the same open tasks, incidents
 * and end as what runs in memory, and the workflow holds the same state: variables, timers, what is waited for. Random
 * block-structured models (HOST_MODELS=200 for a long night) and the cases of `engine/elements`, but for those that play at
 * several moments, because nobody can move the clock of a real server, and those that throw messages, because its host
 * carries these to whoever waits for them, the thrower included.
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

/**
 * Plays the events in memory; the next event may depend on where the instance stands. What becomes of jobs comes before
 * anything else, as on the other host.
 */
function inMemory(
  graph: Graph,
  begin: StartEvent,
  next: (live: LiveInstance) => EngineEvent | undefined,
): { outcome: Outcome; events: EngineEvent[]; steps: number } {
  const live = LiveInstance.start(graph, begin, at);
  const effects = [...live.effects];
  const events: EngineEvent[] = [];
  let results = refusals(live.effects);
  let steps = 1;
  for (;;) {
    const result = live.hasEnded ? undefined : results.shift();
    const event = result ?? next(live);
    if (!event) break;
    if (!result) events.push(event);
    steps += 1;
    if (!live.step(event, at)) continue;
    effects.push(...live.effects);
    results = [...refusals(live.effects), ...results];
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
  return { outcome, events, steps };
}

/** Gives the same events to a workflow, as people and others would: by the numbered outbox. */
async function onTemporal(
  graph: Graph,
  begin: StartEvent,
  { events, steps }: { events: EngineEvent[]; steps: number },
): Promise<Outcome> {
  const { db } = stack.database;
  const hosted = await hostModel(stack, graph);
  const { instanceId } = hosted;
  await hosted.give(begin, ...events);
  const row = async () =>
    (await db.select().from(processInstances).where(eq(processInstances.id, instanceId)))[0];
  const handle = stack.temporal.client.workflow.getHandle(instanceId);
  // What is sent after the end is closed with it.
  const isDone = async () => {
    const { appliedNumber, status } = (await row()) ?? {};
    if (status === 'ended' || appliedNumber !== events.length) return status === 'ended';
    return (await handle.query<Progress>('progress')).step >= steps;
  };
  await expect.poll(isDone, { timeout: 60_000, interval: 50 }).toBe(true);

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
  // Nobody may hear of the next case what this one still waits for.
  await db.delete(subscriptions).where(eq(subscriptions.instanceId, instanceId));
  // The events come without the rows that a person's click would have changed.
  const decided = new Set(events.map((event) => (event.type === 'taskCompleted' ? event.visit : '')));
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
}

test(`${models} random models do the same on both hosts, whatever people finish first`, async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.infiniteStream(fc.nat(1000)), fc.nat(60), async (content, choices, limit) => {
      const { graph } = await compile({ 'p.bpmn': modelOf(content).xml });
      const begin: StartEvent = { type: 'start', process: 'P', variables: {}, calendar };
      let finished = 0;
      const { outcome, events, steps } = inMemory(graph, begin, (live) => {
        const open = [...live.visits()].filter(({ work }) => work === 'task');
        const visit = open[(choices.next().value ?? 0) % open.length]?.id;
        return visit === undefined || finished++ >= limit
          ? undefined
          : { type: 'taskCompleted', visit, variables: {} };
      });
      const simulated: string[] = [];
      const { ended } = simulate(graph, {
        processes: ['P'],
        events: events.map((event) => ({ completeTask: event.type === 'taskCompleted' ? event.visit : '' })),
        onTrace: ({ action, element, scope }) => simulated.push(`${action} ${element} in ${scope}`),
      });
      expect({ trace: simulated, ended }).toEqual({ trace: outcome.trace, ended: outcome.ended });
      expect(await onTemporal(graph, begin, { events, steps })).toEqual(outcome);
    }),
    { numRuns: models, endOnFailure: true },
  );
}, 600_000);

const folder = new URL('../../engine/elements/cases/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
  .filter((name) => {
    const { played } = JSON.parse(read(`${name}.json`)) as Case;
    const lines = played.flatMap(({ effects }) => effects).join('\n');
    const isTimed = /now\(/.test(read(`${name}.bpmn`)) || new Set(played.map((step) => step.at)).size > 1;
    return !isTimed && !lines.includes('publish message');
  });

test.each(cases)('the case %s does the same on both hosts', async (name) => {
  const { played, calendar: own = calendar } = JSON.parse(read(`${name}.json`)) as Case;
  const { graph } = await compile({ [`${name}.bpmn`]: read(`${name}.bpmn`) });
  const [first, ...rest] = played.map(({ event }) => event);
  const begin = { variables: {}, calendar: own, ...first } as unknown as StartEvent;
  const { outcome, ...sent } = inMemory(graph, begin, (live) => {
    const event = rest.shift();
    return event && named(live.state, event);
  });
  expect(await onTemporal(graph, begin, sent)).toEqual(outcome);
});
