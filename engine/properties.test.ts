/**
 * Random block-structured models against an oracle that never looks at tokens: it counts, from the blocks alone, how often
 * each task is done. People finish the open tasks in random order; between any two steps the state goes through JSON.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocks, modelOf } from '../test/block-models.ts';
import { advance } from './advance.ts';
import { apply } from './apply.ts';
import { compile } from './compile.ts';
import { LiveInstance } from './live.ts';
import { start } from './start.ts';
import type { Effect, EngineEvent, Graph, State, Step } from './types.ts';

const at = '2026-01-01T00:00:00.000Z';
const calendar = { daysOff: [], workingDays: [] };

test('each task is done as often as its block says, whatever the order; no token is lost or left', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.infiniteStream(fc.nat(1000)), async (content, choices) => {
      const { xml, expected } = modelOf(content);
      const { graph, problems } = await compile({ 'p.bpmn': xml });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);

      const trace: Record<string, number> = {};
      const note = (effects: Effect[]) => {
        for (const effect of effects) {
          expect(effect.type).not.toBe('openIncident');
          if (effect.type !== 'trace') continue;
          const key = `${effect.action} ${effect.element}`;
          trace[key] = (trace[key] ?? 0) + 1;
        }
      };
      const begun = { type: 'start' as const, process: 'P', variables: {}, calendar };
      let step = start(graph, begun, at);
      const live = LiveInstance.start(graph, begun, at);
      note(step.effects);
      for (let steps = 0; step.state.root !== null; steps++) {
        expect(steps, 'steps until the end').toBeLessThan(5000);
        const state = JSON.parse(JSON.stringify(step.state)) as State;
        checkCounts(state);
        const open = Object.values(state.visits).filter(({ work }) => work === 'task');
        const visit = open[(choices.next().value ?? 0) % open.length]?.id ?? '';
        const event: EngineEvent = { type: 'taskCompleted', visit, variables: {} };
        step = apply(graph, state, event, at);
        expect(apply(graph, state, event, at)).toEqual(step);
        checkOperations(graph, state, event, step);
        note(step.effects);
        expect([live.step({ type: 'taskCompleted', visit, variables: {} }, at), live.effects]).toEqual([
          true,
          step.effects,
        ]);
      }
      expect(live.state).toEqual(step.state);
      const done = Object.fromEntries(Object.keys(expected).map((id) => [id, trace[`complete ${id}`] ?? 0]));
      expect(done).toEqual(expected);
      expect(step.state.visits).toEqual({});
    }),
    { numRuns: 150 },
  );
});

/** Migrating to the same model changes nothing, and what is held while suspended leads to the same state. */
function checkOperations(graph: Graph, state: State, event: EngineEvent, step: Step): void {
  const graphs = { from: graph, to: graph };
  const migrated = advance(graphs, state, { type: 'migrated', definition: 'd', nodes: [] }, at);
  expect(migrated).toMatchObject({ state, effects: [{ type: 'migrated', definition: 'd' }] });
  let held: Step = { state, effects: [], nextTimer: null };
  for (const next of [{ type: 'suspended' as const }, event, { type: 'resumed' as const }]) {
    held = advance(graphs, held.state, next, at);
  }
  expect(held.state).toEqual(step.state);
  expect(held.effects).toEqual([{ type: 'resumed' }, ...step.effects]);
}

/** `inside` is the number of visits that say this one is their scope. */
function checkCounts(state: State): void {
  const inside: Record<string, number> = {};
  for (const { scope } of Object.values(state.visits)) {
    if (scope !== null) inside[scope] = (inside[scope] ?? 0) + 1;
  }
  for (const visit of Object.values(state.visits))
    expect(visit.inside, visit.node).toBe(inside[visit.id] ?? 0);
}
