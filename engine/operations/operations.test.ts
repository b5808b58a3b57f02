/**
 * Every operation on a running instance, in every situation that something can be open in. Each model leads from `S` over
 * `Here` to the task `After`; `Inner` is what is open inside or at `Here`.
 */
import { describe, expect, test } from 'vitest';
import { advance } from '../advance.ts';
import { compile } from '../compile.ts';
import type { Effect, EngineEvent, Graph, NodeMapping, State, Step, Target } from '../types.ts';

interface Situation {
  name: string;
  here: string;
  /** Other processes and definitions of the file. */
  beside?: string;
  /** Process of `Inner`, where it is not `P`. */
  process?: string;
  /** What happens after the start, before anything is done to the instance. */
  before?: EngineEvent[];
}

const timer = (duration: string) =>
  `<timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition>`;
const inner = (inside: string) =>
  `<startEvent id="IS"/><sequenceFlow id="IF" sourceRef="IS" targetRef="Inner"/>${inside}`;
const innerTask = inner('<userTask id="Inner"/>');
const items = (sequential: boolean) =>
  `<multiInstanceLoopCharacteristics isSequential="${sequential}"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>`;

const situations: Situation[] = [
  { name: 'an open task', here: '<userTask id="Here"/>' },
  {
    name: 'an open timer',
    here: `<intermediateCatchEvent id="Here">${timer('PT1H')}</intermediateCatchEvent>`,
  },
  {
    name: 'a boundary timer',
    here: `<userTask id="Here"/><boundaryEvent id="Late" attachedToRef="Here">${timer('P3D')}</boundaryEvent>
      <sequenceFlow id="F9" sourceRef="Late" targetRef="After"/>`,
  },
  {
    name: 'a boundary timer that repeats',
    here: `<userTask id="Here"/><boundaryEvent id="Late" attachedToRef="Here" cancelActivity="false"><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
      <task id="Note"/><sequenceFlow id="F9" sourceRef="Late" targetRef="Note"/>`,
    before: [{ type: 'timersDue' }],
  },
  { name: 'a parallel multi-instance', here: `<userTask id="Here">${items(false)}</userTask>` },
  { name: 'a sequential multi-instance', here: `<userTask id="Here">${items(true)}</userTask>` },
  { name: 'an embedded sub-process', here: `<subProcess id="Here">${innerTask}</subProcess>` },
  {
    name: 'a parallel multi-instance of a sub-process',
    here: `<subProcess id="Here">${items(false)}${innerTask}</subProcess>`,
  },
  {
    name: 'a sequential multi-instance of a sub-process',
    here: `<subProcess id="Here">${items(true)}${innerTask}</subProcess>`,
  },
  {
    name: 'a call activity',
    here: '<callActivity id="Here"><extensionElements><zeebe:calledElement processId="Q"/></extensionElements></callActivity>',
    beside: `<process id="Q" isExecutable="true">${innerTask}</process>`,
    process: 'Q',
  },
  {
    name: 'an event sub-process that has started beside the task',
    here: `<userTask id="Here"/><subProcess id="Aside" triggeredByEvent="true">
      <startEvent id="Told" isInterrupting="false"><messageEventDefinition messageRef="M"/></startEvent>
      <userTask id="Inner"/><sequenceFlow id="IF" sourceRef="Told" targetRef="Inner"/></subProcess>`,
    beside: '<message id="M" name="m"/>',
    before: [{ type: 'message', name: 'm', correlationKey: '', variables: {} }],
  },
  {
    name: 'a wait for a message',
    here: '<receiveTask id="Here" messageRef="M"/>',
    beside: '<message id="M" name="m"/>',
  },
  {
    name: 'an event-based gateway',
    here: `<eventBasedGateway id="Here"/><intermediateCatchEvent id="Told"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>
      <sequenceFlow id="G1" sourceRef="Here" targetRef="Told"/><sequenceFlow id="G2" sourceRef="Told" targetRef="After"/>
      <intermediateCatchEvent id="Late">${timer('PT1H')}</intermediateCatchEvent>
      <sequenceFlow id="G3" sourceRef="Here" targetRef="Late"/><sequenceFlow id="G4" sourceRef="Late" targetRef="After"/>`,
    beside: '<message id="M" name="m"/>',
  },
  {
    name: 'a transaction that is being undone',
    here: `<transaction id="Here"><startEvent id="IS"/><task id="Done"/><sequenceFlow id="T1" sourceRef="IS" targetRef="Done"/>
      <endEvent id="Give"><cancelEventDefinition/></endEvent><sequenceFlow id="T2" sourceRef="Done" targetRef="Give"/>
      <boundaryEvent id="Undo" attachedToRef="Done"><compensateEventDefinition/></boundaryEvent>
      <userTask id="Inner" isForCompensation="true"/><association id="As" sourceRef="Undo" targetRef="Inner"/></transaction>
      <boundaryEvent id="Out" attachedToRef="Here"><cancelEventDefinition/></boundaryEvent>
      <sequenceFlow id="F9" sourceRef="Out" targetRef="After"/>`,
  },
  {
    name: 'an ad-hoc sub-process',
    here: '<adHocSubProcess id="Here" ordering="Sequential"><userTask id="Inner"/><userTask id="Other"/></adHocSubProcess>',
  },
];

const xml = ({
  here,
  beside = '',
}: Situation) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">${beside}
  <process id="P" isExecutable="true"><startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="Here"/>${here}
  ${/Gateway id="Here"/.test(here) ? '' : '<sequenceFlow id="F2" sourceRef="Here" targetRef="After"/>'}<userTask id="After"/>
  <endEvent id="E"/><sequenceFlow id="F3" sourceRef="After" targetRef="E"/></process></definitions>`;

const at = '2026-01-01T00:00:00.000Z';
const later = '2026-01-01T02:00:00.000Z';
const calendar = { daysOff: [], workingDays: [] };

async function graphOf(text: string): Promise<Graph> {
  const { graph, problems } = await compile({ 'p.bpmn': text });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return graph;
}

const on = (graph: Graph) => ({ from: graph, to: graph });
const begin = (graph: Graph, at_?: Target[]): Step =>
  advance(
    on(graph),
    null,
    { type: 'start', process: 'P', variables: {}, calendar, ...(at_ ? { at: at_ } : {}) },
    at,
  );

/** The instance in the situation. */
function reach(graph: Graph, { before = [] }: Situation): Step {
  const step = begin(graph);
  return before.reduce((done, event) => advance(on(graph), done.state, event, later), step);
}

const visitsAt = (state: State, element: string) =>
  Object.values(state.visits).filter(({ node, role }) => node === element && role !== 'item');

/** Lets people, messages and time finish the instance; what was completed, in order. */
function finish(graph: Graph, from: State): { completed: string[]; state: State } {
  const completed: string[] = [];
  let state = from;
  for (let steps = 0; state.root !== null; steps++) {
    expect(steps, 'steps until the end').toBeLessThan(50);
    const step = advance(on(graph), state, nextEvent(state), '2026-01-05T00:00:00.000Z');
    for (const effect of step.effects) {
      expect(effect.type).not.toBe('openIncident');
      if (effect.type === 'trace' && effect.action === 'complete') completed.push(effect.element);
    }
    state = step.state;
    expectCounted(state);
  }
  return { completed, state };
}

function nextEvent(state: State): EngineEvent {
  const visits = Object.values(state.visits);
  const task = visits.find(({ work }) => work === 'task');
  if (task) return { type: 'taskCompleted', visit: task.id, variables: {} };
  if (visits.some(({ waits }) => waits.some(({ type }) => type === 'timer'))) return { type: 'timersDue' };
  return { type: 'message', name: 'm', correlationKey: '', variables: {} };
}

/** Each scope counts what is inside it, and everything that waits belongs to somebody. */
function expectCounted(state: State) {
  for (const { id, inside } of Object.values(state.visits)) {
    expect(Object.values(state.visits).filter(({ scope }) => scope === id).length, `inside ${id}`).toBe(
      inside,
    );
  }
}

const kinds = (effects: Effect[], type: Effect['type']) => effects.filter((effect) => effect.type === type);
const openTasks = (state: State) => Object.values(state.visits).filter(({ work }) => work === 'task');
const places = (state: State) =>
  Object.values(state.visits)
    .map(({ process, node, role = '' }) => `${process} ${node} ${role}`)
    .sort();

describe.each(situations)('$name', (situation) => {
  const opened = async () => {
    const graph = await graphOf(xml(situation));
    return { graph, ...reach(graph, situation) };
  };

  test('suspended, it takes everything in and does nothing; resumed, it comes to the same end', async () => {
    const { graph, state } = await opened();
    const plain = finish(graph, state);

    let step = advance(on(graph), state, { type: 'suspended' }, later);
    expect(step).toMatchObject({ effects: [{ type: 'suspended' }], nextTimer: null });
    const before = places(step.state);
    step = advance(on(graph), step.state, nextEvent(state), '2026-01-05T00:00:00.000Z');
    expect(kinds(step.effects, 'trace')).toEqual([]);
    expect(places(step.state)).toEqual(before);
    step = advance(on(graph), step.state, { type: 'resumed' }, '2026-01-05T00:00:00.000Z');
    expect(step.effects[0]).toEqual({ type: 'resumed' });
    const first = step.effects.flatMap((effect) =>
      effect.type === 'trace' && effect.action === 'complete' ? [effect.element] : [],
    );
    expect([...first, ...finish(graph, step.state).completed].sort()).toEqual(plain.completed.sort());
  });

  test('migrated to the same model, nothing changes', async () => {
    const { graph, state } = await opened();
    const step = advance(on(graph), state, { type: 'migrated', definition: 'd', nodes: [] }, later);
    expect(step.effects).toEqual([{ type: 'migrated', definition: 'd' }]);
    expect(step.state).toEqual(state);
  });

  test('migrated to a model with other ids, it goes on there', async () => {
    const { graph, state } = await opened();
    const ids = ['Here', 'Inner', 'Late', 'Told', 'Aside', 'Undo', 'Done', 'Other'];
    const renamed = (text: string) =>
      ids.reduce((all, id) => all.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), `${id}2`), text);
    const next = await graphOf(renamed(xml(situation)));
    const nodes: NodeMapping[] = Object.entries(graph.processes).flatMap(([process, { nodes: known }]) =>
      ids.filter((id) => known[id]).map((element) => ({ process, element, to: `${element}2` })),
    );
    const step = advance(
      { from: graph, to: next },
      state,
      { type: 'migrated', definition: 'd', nodes },
      later,
    );
    expect(kinds(step.effects, 'refused')).toEqual([]);
    expect(places(step.state)).toEqual(places(state).map(renamed));
    const told = kinds(step.effects, 'moved').map((effect) => (effect.type === 'moved' ? effect.visit : ''));
    expect(told).toEqual(openTasks(state).map(({ id }) => id));
    expect(finish(next, step.state).completed).toEqual(finish(graph, state).completed.map(renamed));
  });

  test('a token without a place refuses the migration and changes nothing', async () => {
    const { graph, state } = await opened();
    const next = await graphOf(xml({ ...situation, here: '<task id="Here"/>', beside: '<process id="R"/>' }));
    const step = advance(
      { from: graph, to: next },
      state,
      { type: 'migrated', definition: 'd', nodes: [] },
      later,
    );
    expect(step.effects).toMatchObject([{ type: 'refused' }]);
    expect(step.state).toBe(state);
  });

  test('moved on, nothing of it is left', async () => {
    const { graph, state } = await opened();
    const cancel = ['Here', 'Inner', 'Aside'].flatMap((id) => visitsAt(state, id)).map(({ id }) => id);
    const place = [{ process: 'P', element: 'After' }];
    const step = advance(on(graph), state, { type: 'modified', place, cancel }, later);
    expect(kinds(step.effects, 'cancelTask')).toHaveLength(openTasks(state).length);
    expect(places(step.state)).toEqual(['P After ', 'P P ']);
    expectCounted(step.state);
    expect(finish(graph, step.state).completed).toEqual(['After', 'E', 'P']);
  });

  test('a token inserted beside it does not disturb it', async () => {
    const { graph, state } = await opened();
    const place = [{ process: 'P', element: 'After' }];
    const step = advance(on(graph), state, { type: 'modified', place, cancel: [] }, later);
    expect(places(step.state)).toEqual([...places(state), 'P After '].sort());
    const { completed } = finish(graph, step.state);
    expect(completed.sort()).toEqual([...finish(graph, state).completed, 'After', 'E'].sort());
  });

  test('taken away, the instance ends with it', async () => {
    const { graph, state } = await opened();
    const cancel = ['Here', 'Inner', 'Aside'].flatMap((id) => visitsAt(state, id)).map(({ id }) => id);
    const step = advance(on(graph), state, { type: 'modified', place: [], cancel }, later);
    expect(step.effects.at(-1)).toEqual({ type: 'ended', variables: {}, cancelled: true });
    expect(step).toMatchObject({ state: { root: null, visits: {}, incidents: {} }, nextTimer: null });
  });

  test('cancelled, nothing of it is left', async () => {
    const { graph, state } = await opened();
    const step = advance(on(graph), state, { type: 'cancelled' }, later);
    expect(kinds(step.effects, 'cancelTask')).toHaveLength(openTasks(state).length);
    expect(step.state.visits).toEqual({});
  });

  test('an instance started again there stands where this one stood when it came there', async () => {
    const graph = await graphOf(xml(situation));
    const reached = begin(graph).state;
    const inside = situation.process ?? 'P';
    const isPlaceable = visitsAt(reached, 'Inner').some(({ handles }) => !handles);
    const target = isPlaceable ? { process: inside, element: 'Inner' } : { process: 'P', element: 'Here' };
    const { state } = begin(graph, [target]);
    expect(places(state)).toEqual(places(reached));
    expectCounted(state);
    // What is undone or done by choice inside depends on how it was come by.
    if (/transaction|adHoc/.test(situation.here)) return;
    expect(finish(graph, state).completed).toEqual(finish(graph, reached).completed);
  });
});
