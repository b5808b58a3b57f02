import { expect, test } from 'vitest';
import { advance } from '../advance.ts';
import { compile } from '../compile.ts';
import type { EngineEvent, State, Step } from '../types.ts';

/** A decision with a deadline that ends it, and a withdrawal by message. */
const model = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <message id="M" name="withdrawn"/>
  <process id="P" isExecutable="true"><userTask id="Decide"/>
    <boundaryEvent id="Late" attachedToRef="Decide"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
    <boundaryEvent id="Withdrawn" attachedToRef="Decide"><messageEventDefinition messageRef="M"/></boundaryEvent>
  </process></definitions>`;
const { graph } = await compile({ 'p.bpmn': model });
const at = '2026-01-01T00:00:00.000Z';
const later = '2026-01-01T02:00:00.000Z';
const go = (state: State | null, event: EngineEvent, now = at): Step =>
  advance({ from: graph, to: graph }, state, event, now);
const calendar = { daysOff: [], workingDays: [] };
const begun = go(null, { type: 'start', process: 'P', variables: {}, calendar }).state;
const visit = Object.values(begun.visits).find(({ node }) => node === 'Decide')?.id ?? '';
const decided: EngineEvent = { type: 'taskCompleted', number: 2, visit, variables: {} };
const withdrawn: EngineEvent = {
  type: 'message',
  number: 3,
  name: 'withdrawn',
  correlationKey: '',
  variables: {},
};
const suspended = go(begun, { type: 'suspended' }).state;
const traced = ({ effects }: Step) =>
  effects.flatMap((effect) =>
    effect.type === 'trace' ? [`${effect.action} ${effect.element}`] : [effect.type],
  );

test('what was held happens in the order it came, and who came too late is told', () => {
  const held = [withdrawn, decided].reduce((state, event) => go(state, event).state, suspended);
  const step = go(held, { type: 'resumed' });
  expect(traced(step)).toContain('complete Withdrawn');
  expect(step.effects.at(-1)).toEqual({ type: 'unreceived', held: decided });
});

test('a decision that was held is quicker than the deadline that passed meanwhile', () => {
  const step = go(go(suspended, decided).state, { type: 'resumed' }, later);
  expect(traced(step)).toContain('complete Decide');
  expect(traced(step)).not.toContain('enter Late');
});

test('a deadline that passed while suspended fires at resume, not before', () => {
  const waiting = go(suspended, { type: 'timersDue' }, later);
  expect(waiting).toEqual({ state: suspended, effects: [], nextTimer: null });
  expect(traced(go(waiting.state, { type: 'resumed' }, later))).toContain('complete Late');
});

test('a clock that has not run out goes on', () => {
  expect(go(suspended, { type: 'resumed' }).nextTimer).toBe('2026-01-01T01:00:00.000Z');
});

test.each<[string, State, EngineEvent, string]>([
  ['suspended twice', suspended, { type: 'suspended' }, 'already_suspended'],
  ['resumed although it runs', begun, { type: 'resumed' }, 'not_suspended'],
])('%s', (_, state, event, code) => {
  const step = go(state, event);
  expect(step.effects).toMatchObject([{ type: 'refused', problems: [{ code }] }]);
  expect(step.state).toEqual(state);
});

test('an administrator acts on a suspended instance at once', () => {
  expect(go(suspended, { type: 'cancelled' }).state.root).toBeNull();
  const place = [{ process: 'P', element: 'Decide' }];
  const moved = go(suspended, { type: 'modified', place, cancel: [visit] });
  expect(traced(moved)).toEqual(expect.arrayContaining(['cancelTask', 'terminate Decide', 'openTask']));
  expect(moved.nextTimer).toBeNull();
});
