import { describe, expect, test } from 'vitest';
import { advance } from '../advance.ts';
import { compile } from '../compile.ts';
import type { EngineEvent, Graph, NodeMapping, State, Step } from '../types.ts';

const at = '2026-01-01T00:00:00.000Z';
const later = '2026-01-01T02:00:00.000Z';
const calendar = { daysOff: [], workingDays: [] };
const flow = (source: string, target: string) =>
  `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;
const timer = (id: string, attached: string, duration: string, interrupting = true) =>
  `<boundaryEvent id="${id}" attachedToRef="${attached}" cancelActivity="${interrupting}"><timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent>`;

async function graphOf(inside: string, beside = ''): Promise<Graph> {
  const { graph, problems } = await compile({
    'p.bpmn': `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
      <message id="M" name="m"/>${beside}<process id="P" isExecutable="true">${inside}</process></definitions>`,
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return graph;
}

const startOn = (graph: Graph) =>
  advance({ from: graph, to: graph }, null, { type: 'start', process: 'P', variables: {}, calendar }, at)
    .state;
const go = (graph: Graph, state: State, event: EngineEvent, now = later) =>
  advance({ from: graph, to: graph }, state, event, now);
const migrate = (from: Graph, to: Graph, state: State, nodes: NodeMapping[] = []): Step =>
  advance({ from, to }, state, { type: 'migrated', definition: 'new', nodes }, later);
const lines = ({ effects }: Step) =>
  effects.map((effect) => {
    if (effect.type === 'trace') return `${effect.action} ${effect.element}`;
    if (effect.type === 'refused')
      return effect.problems.map(({ code, element }) => `${code} ${element}`).join();
    if (effect.type === 'moved') return `moved to ${effect.element} "${effect.name}"`;
    return effect.type;
  });
const timers = (state: State) =>
  Object.values(state.visits).flatMap(({ waits }) =>
    waits.flatMap((wait) => (wait.type === 'timer' ? [`${wait.event} ${wait.due}`] : [])),
  );

describe('a token that has no place in the new model refuses the migration whole', () => {
  const subProcess = (loop = '') => `<subProcess id="Sub">${loop}<userTask id="A"/></subProcess>`;
  const items = (sequential: boolean) =>
    `<multiInstanceLoopCharacteristics isSequential="${sequential}"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>`;
  const join = (other: string) =>
    `<parallelGateway id="Fork"/><userTask id="A"/><task id="B"/><task id="C"/><parallelGateway id="Join"/>
     ${flow('Fork', 'A')}${flow('Fork', 'B')}${flow('A', 'Join')}${flow(other, 'Join')}${other === 'C' ? flow('B', 'C') : ''}`;
  const catching = (event: string) => `<intermediateCatchEvent id="A">${event}</intermediateCatchEvent>`;
  const undone = (boundary: string) => `<task id="Pay"/>${boundary}<userTask id="A"/>${flow('Pay', 'A')}`;
  const undo =
    '<boundaryEvent id="Undo" attachedToRef="Pay"><compensateEventDefinition/></boundaryEvent><task id="Refund" isForCompensation="true"/><association id="As" sourceRef="Undo" targetRef="Refund"/>';
  test.each<[rule: string, from: string, to: string, refused: string]>([
    ['the element is gone', '<userTask id="A"/>', '<userTask id="B"/>', 'element_gone A'],
    ['it is of another kind', '<userTask id="A"/>', '<manualTask id="A"/>', 'kind_changed A'],
    ['it lies in another scope', '<userTask id="A"/>', subProcess(), 'scope_changed A'],
    ['it repeats no more', subProcess(items(true)), subProcess(), 'loop_changed Sub,loop_changed Sub'],
    [
      'it repeats at once',
      subProcess(items(true)),
      subProcess(items(false)),
      'loop_changed Sub,loop_changed Sub',
    ],
    [
      'what it waits for is gone',
      catching('<messageEventDefinition messageRef="M"/>'),
      catching('<linkEventDefinition name="here"/>'),
      'event_changed A',
    ],
    ['a branch has come where none comes', join('B'), join('C'), 'flow_gone Join'],
    ['what would undo it is gone', undone(undo), undone(''), 'handler_gone Refund'],
    [
      'a new timer cannot be computed',
      '<userTask id="A"/>',
      `<userTask id="A"/>${timer('T', 'A', '=later')}`,
      'event_not_evaluable T',
    ],
  ])('%s', async (_, before, after, refused) => {
    const [from, to] = [await graphOf(before), await graphOf(after)];
    const state = startOn(from);
    const step = migrate(from, to, state);
    expect(lines(step)).toEqual([refused]);
    expect(step.state).toBe(state);
  });

  test('a map that names what is not there', async () => {
    const graph = await graphOf('<userTask id="A"/>');
    const nodes = [{ process: 'P', element: 'A', to: 'Z' }];
    expect(lines(migrate(graph, graph, startOn(graph), nodes))[0]).toContain('element_unknown Z');
  });

  test('the process is gone', async () => {
    const call = `<callActivity id="Call"><extensionElements><zeebe:calledElement processId="Q"/></extensionElements></callActivity>`;
    const from = await graphOf(call, '<process id="Q"><userTask id="A"/></process>');
    const to = await graphOf(call, '<process id="R"/>').catch(() => null);
    const without = to ?? { ...from, processes: { P: from.processes.P as Graph['processes'][string] } };
    expect(lines(migrate(from, without, startOn(from)))).toEqual(['process_gone Q,process_gone A']);
  });
});

test('a deadline that both models have keeps its moment; a new one counts from now; one that is gone is dropped', async () => {
  const from = await graphOf(`<userTask id="A"/>${timer('Kept', 'A', 'P3D')}${timer('Gone', 'A', 'P1D')}`);
  const to = await graphOf(`<userTask id="A"/>${timer('Kept', 'A', 'P9D')}${timer('New', 'A', 'P1D')}`);
  const { state, nextTimer } = migrate(from, to, startOn(from));
  expect(timers(state)).toEqual(['Kept 2026-01-04T00:00:00.000Z', 'New 2026-01-02T02:00:00.000Z']);
  expect(nextTimer).toBe('2026-01-02T02:00:00.000Z');
});

test('an event that is defined otherwise is waited for as the new model says', async () => {
  const [from, to] = [
    await graphOf('<receiveTask id="A" messageRef="M"/>'),
    await graphOf('<receiveTask id="A" messageRef="N"/>', '<message id="N" name="n"/>'),
  ];
  const { state } = migrate(from, to, startOn(from));
  const message = (name: string): EngineEvent => ({
    type: 'message',
    name,
    correlationKey: '',
    variables: {},
  });
  expect(lines(go(to, state, message('m')))).toEqual(['unreceived']);
  expect(lines(go(to, state, message('n')))).toContain('complete A');
});

test('what has fired stays fired', async () => {
  const graph = await graphOf(`<userTask id="A"/>${timer('T', 'A', 'PT1H', false)}`);
  const { state } = go(graph, startOn(graph), { type: 'timersDue' });
  expect(timers(migrate(graph, graph, state).state)).toEqual([]);
});

test('a message that is no longer waited for is unsubscribed, a new one subscribed', async () => {
  const on = (id: string) =>
    `<userTask id="A"/><boundaryEvent id="${id}" attachedToRef="A"><messageEventDefinition messageRef="M"/></boundaryEvent>`;
  const [from, to] = [await graphOf(on('Old')), await graphOf(on('New'))];
  expect(lines(migrate(from, to, startOn(from)))).toEqual(['migrated', 'unsubscribe', 'subscribe']);
  const nodes = [{ process: 'P', element: 'Old', to: 'New' }];
  expect(lines(migrate(from, to, startOn(from), nodes))).toEqual(['migrated']);
});

test('an open task is listed by its new name', async () => {
  const [from, to] = [
    await graphOf('<userTask id="A" name="Xét"/>'),
    await graphOf('<userTask id="A" name="Duyệt"/>'),
  ];
  expect(lines(migrate(from, to, startOn(from)))).toEqual(['migrated', 'moved to A "Duyệt"']);
});

test('a join that loses the branch it waits for fires', async () => {
  const two = '<startEvent id="S"/><parallelGateway id="Join"/><userTask id="End"/>';
  const from = await graphOf(
    `${two}<task id="A"/><userTask id="B"/>${flow('S', 'A')}${flow('S', 'B')}${flow('A', 'Join')}${flow('B', 'Join')}${flow('Join', 'End')}`,
  );
  const to = await graphOf(
    `${two}<task id="A"/><userTask id="B"/>${flow('S', 'A')}${flow('S', 'B')}${flow('A', 'Join')}${flow('Join', 'End')}`,
  );
  expect(lines(migrate(from, to, startOn(from)))).toEqual([
    'migrated',
    'complete Join',
    'enter End',
    'openTask',
  ]);
});

test('a suspended instance stays suspended, with what it holds', async () => {
  const graph = await graphOf('<userTask id="A"/>');
  const suspended = go(graph, startOn(graph), { type: 'suspended' }).state;
  const visit = Object.values(suspended.visits).find(({ work }) => work === 'task')?.id ?? '';
  const held = go(graph, suspended, { type: 'taskCompleted', visit, variables: {} }).state;
  expect(migrate(graph, graph, held).state).toEqual(held);
});

test('an instance that is stuck is retried on the new model', async () => {
  const script = (feel: string) =>
    `<scriptTask id="A"><extensionElements><zeebe:script expression="=${feel}" resultVariable="n"/></extensionElements></scriptTask>`;
  const [from, to] = [await graphOf(script('1 + unknown')), await graphOf(script('1 + 1'))];
  const stuck = startOn(from);
  const [incident = ''] = Object.keys(stuck.incidents);
  const { state } = migrate(from, to, stuck);
  const step = go(to, state, { type: 'incidentRetried', incident });
  expect(step.effects.at(-1)).toEqual({ type: 'ended', variables: { n: 2 } });
});
