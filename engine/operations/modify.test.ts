import { expect, test } from 'vitest';
import { advance } from '../advance.ts';
import { compile } from '../compile.ts';
import type { EngineEvent, Graph, State, Step, Target, VisitId } from '../types.ts';

const head = `xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t"`;
const call = (id: string, process: string) =>
  `<callActivity id="${id}"><extensionElements><zeebe:calledElement processId="${process}"/></extensionElements></callActivity>`;
const flow = (source: string, target: string) =>
  `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;

/** Two departments at once, each calling the same review; a board of three; a join of both; what undoes a payment. */
const model = `<definitions ${head}>
  <process id="P" isExecutable="true">
    <startEvent id="S"/><parallelGateway id="Fork"/>${flow('S', 'Fork')}
    ${call('North', 'Review')}${call('South', 'Review')}${flow('Fork', 'North')}${flow('Fork', 'South')}
    <parallelGateway id="Join"/>${flow('North', 'Join')}${flow('South', 'Join')}
    <subProcess id="Board"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>
      <startEvent id="BS"/><userTask id="Read"/><userTask id="Judge"/>${flow('BS', 'Read')}${flow('Read', 'Judge')}</subProcess>
    ${flow('Join', 'Board')}<task id="Pay"/>${flow('Board', 'Pay')}<endEvent id="E"/>${flow('Pay', 'E')}
    <boundaryEvent id="Undo" attachedToRef="Pay"><compensateEventDefinition/></boundaryEvent>
    <task id="Refund" isForCompensation="true"/><association id="As" sourceRef="Undo" targetRef="Refund"/>
    <subProcess id="Aside" triggeredByEvent="true"><startEvent id="Told" isInterrupting="false"><signalEventDefinition/></startEvent></subProcess>
  </process>
  <process id="Review" isExecutable="true"><startEvent id="RS"/><userTask id="Check"/><userTask id="Sign"/>${flow('RS', 'Check')}${flow('Check', 'Sign')}</process>
  <process id="Elsewhere" isExecutable="true"><userTask id="Alone"/></process>
</definitions>`;

const at = '2026-01-01T00:00:00.000Z';
const calendar = { daysOff: [], workingDays: [] };
const { graph, problems } = await compile({ 'p.bpmn': model });
const go = (state: State | null, event: EngineEvent, on: Graph = graph): Step =>
  advance({ from: on, to: on }, state, event, at);
const begin = (places: Target[] = []) =>
  go(null, {
    type: 'start',
    process: 'P',
    variables: {},
    calendar,
    ...(places.length > 0 ? { at: places } : {}),
  });
const modify = (state: State, place: Target[], cancel: VisitId[] = []) =>
  go(state, { type: 'modified', place, cancel });
const visitsAt = (state: State, element: string) =>
  Object.values(state.visits)
    .filter(({ node, role }) => node === element && role !== 'body')
    .map(({ id }) => id);
const tasks = (state: State) =>
  Object.values(state.visits)
    .filter(({ work }) => work === 'task')
    .map(({ node }) => node);

test('the model can be deployed', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each<[rule: string, place: Target, code: string]>([
  ['an element that is not there', { process: 'P', element: 'Nowhere' }, 'element_unknown'],
  ['a process as a whole', { process: 'Review', element: 'Review' }, 'element_unknown'],
  ['what only compensation starts', { process: 'P', element: 'Refund' }, 'element_not_placeable'],
  ['what only its event starts', { process: 'P', element: 'Aside' }, 'element_not_placeable'],
  [
    'a process that nothing running leads to',
    { process: 'Elsewhere', element: 'Alone' },
    'scope_not_reachable',
  ],
  ['a process that two calls have open', { process: 'Review', element: 'Sign' }, 'scope_ambiguous'],
])('no token is put at %s', (_, place, code) => {
  const { state } = begin();
  const step = modify(state, [place], visitsAt(state, 'Check'));
  expect(step.effects).toMatchObject([{ type: 'refused', problems: [{ code }] }]);
  expect(step.state).toEqual(state);
});

test('of several open scopes the one around the step that is named is meant', () => {
  const { state } = begin();
  const [north = '', south = ''] = visitsAt(state, 'Check');
  const step = modify(state, [{ process: 'Review', element: 'Sign', near: south }], [south]);
  const [sign = ''] = visitsAt(step.state, 'Sign');
  expect(step.state.visits[sign]?.scope).toBe(state.visits[south]?.scope);
  expect(visitsAt(step.state, 'Check')).toEqual([north]);
});

test('a token at a closed call opens the call, and the process goes on behind it', () => {
  const { state } = begin([{ process: 'P', element: 'Join' }]);
  expect(tasks(state)).toEqual(['Read', 'Read', 'Read']);
  const inBoard = begin([{ process: 'P', element: 'Judge' }]).state;
  expect(tasks(inBoard)).toEqual(['Judge', 'Judge', 'Judge']);
});

test('two tokens in a scope that is still closed open it once', () => {
  const places = [
    { process: 'P', element: 'Judge' },
    { process: 'P', element: 'Read' },
  ];
  const { state } = begin(places);
  expect(visitsAt(state, 'Board')).toHaveLength(3);
  expect(tasks(state).sort()).toEqual(['Judge', 'Judge', 'Judge', 'Read', 'Read', 'Read']);
});

test('an instance that is to begin in a call that two elements make must say in which', () => {
  expect(() => begin([{ process: 'Review', element: 'Sign' }])).toThrow('scope_ambiguous');
});

test('a loop goes on without the repetition that was taken away, and ends with the last', () => {
  let { state } = begin([{ process: 'P', element: 'Board' }]);
  const [one = '', two = '', three = ''] = visitsAt(state, 'Board');
  state = modify(state, [], [one, two]).state;
  expect(tasks(state)).toEqual(['Read']);
  const { effects } = modify(state, [], [three]);
  expect(effects.at(-1)).toEqual({ type: 'ended', variables: {} });
});

test('moved within its repetition, a token stays in it', () => {
  const { state } = begin([{ process: 'P', element: 'Board' }]);
  const [, read = ''] = visitsAt(state, 'Read');
  const step = modify(state, [{ process: 'P', element: 'Judge', near: read }], [read]);
  const [judge = ''] = visitsAt(step.state, 'Judge');
  expect(step.state.visits[judge]?.scope).toBe(state.visits[read]?.scope);
  expect(tasks(step.state).sort()).toEqual(['Judge', 'Read', 'Read']);
});

test('a branch that waits at a join can be taken away', () => {
  let { state } = begin();
  const [north = '', south = ''] = visitsAt(state, 'North').concat(visitsAt(state, 'South'));
  for (const element of ['Check', 'Sign']) {
    const visit = Object.values(state.visits).find(
      ({ node, scope }) => node === element && state.visits[scope ?? '']?.scope === north,
    );
    state = go(state, { type: 'taskCompleted', visit: visit?.id ?? '', variables: {} }).state;
  }
  const [join = ''] = visitsAt(state, 'Join');
  state = modify(state, [], [join]).state;
  expect(state.visits[state.root ?? '']?.joins).toEqual({});
  expect(modify(state, [], [south]).effects.at(-1)).toMatchObject({ type: 'ended', cancelled: true });
});

test('a step that is gone refuses the whole modification', () => {
  const { state } = begin();
  const step = modify(state, [{ process: 'P', element: 'Pay' }], ['v99']);
  expect(step.effects).toMatchObject([{ type: 'refused', problems: [{ code: 'visit_gone', visit: 'v99' }] }]);
  expect(step.state).toEqual(state);
});
