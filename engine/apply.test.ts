import { expect, test } from 'vitest';
import { apply } from './apply.ts';
import { compile } from './compile.ts';
import { start } from './start.ts';
import type { EngineEvent, Step } from './types.ts';

const calendar = { daysOff: [], workingDays: [] };
const at = '2026-11-20T02:00:00.000Z';

async function graphOf(body: string) {
  const head = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"';
  const xml = `<definitions ${head}><process id="P" isExecutable="true">${body}</process></definitions>`;
  return (await compile({ 'p.bpmn': xml })).graph;
}

const twoTasks = `
  <startEvent id="S"/><userTask id="A"/><userTask id="B"/>
  <sequenceFlow id="f1" sourceRef="S" targetRef="A"/><sequenceFlow id="f2" sourceRef="A" targetRef="B"/>`;

function started(graph: Parameters<typeof start>[0], variables = {}): Step {
  return start(graph, { type: 'start', process: 'P', variables, calendar }, at);
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

test('a step changes neither the graph nor the state it was given, nor the event', async () => {
  const graph = freeze(await graphOf(twoTasks));
  const { state } = freeze(started(graph, { list: [1] }));
  const event: EngineEvent = freeze({ type: 'taskCompleted', visit: 'v3', variables: { list: [2] } });
  const step = apply(graph, state, event, at);
  expect(Object.values(step.state.visits).map((visit) => visit.node)).toEqual(['P', 'B']);
  expect(apply(graph, state, event, at)).toEqual(step);
});

test('a state that has been through JSON and had its keys sorted goes on in the same way', async () => {
  const graph = await graphOf(twoTasks);
  const { state } = started(graph);
  const stored = JSON.parse(JSON.stringify(state, Object.keys(flatKeys(state)).sort()));
  const event: EngineEvent = { type: 'taskCompleted', visit: 'v3', variables: { n: 1 } };
  expect(apply(graph, stored, event, at)).toEqual(apply(graph, state, event, at));
});

/** Every key at any depth: `JSON.stringify` with a list writes keys in the order of the list. */
function flatKeys(value: unknown): Record<string, true> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign(
    Object.fromEntries(Object.keys(value).map((key) => [key, true])),
    ...Object.values(value).map(flatKeys),
  );
}

test('a loop that never waits ends as an incident after 20,000 tokens and can be told to go on', async () => {
  const graph = await graphOf(`
    <startEvent id="S"/><task id="A"/><task id="B"/>
    <sequenceFlow id="f1" sourceRef="S" targetRef="A"/><sequenceFlow id="f2" sourceRef="A" targetRef="B"/>
    <sequenceFlow id="f3" sourceRef="B" targetRef="A"/>`);
  const { state, effects } = started(graph);
  expect(effects.filter(({ type }) => type === 'trace').length).toBeLessThanOrEqual(40_001);
  expect(Object.values(state.incidents).map(({ code }) => code)).toEqual(['endless_loop']);
  const [incident = ''] = Object.keys(state.incidents);
  const next = apply(graph, state, { type: 'incidentRetried', incident }, at);
  expect(next.effects[0]).toEqual({ type: 'closeIncident', incident });
  expect(Object.keys(next.state.incidents)).toHaveLength(1);
});

test('a process that calls itself without end is an incident, not a crash', async () => {
  const graph = await graphOf('<callActivity id="A" calledElement="P"/>');
  const { state, effects } = started(graph);
  expect(Object.values(state.incidents).map(({ code }) => code)).toEqual(['endless_loop']);
  expect(effects.filter((effect) => effect.type === 'trace').length).toBeLessThan(1000);
  expect(apply(graph, state, { type: 'cancelled' }, at).state.visits).toEqual({});
});

test('the next timer is the earliest of timers and reminders', async () => {
  const timer = (id: string, duration: string) => `
    <boundaryEvent id="${id}" attachedToRef="A"><timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent>`;
  const graph = await graphOf(`${twoTasks}${timer('T1', 'P2D')}${timer('T2', 'PT90M')}`);
  const { state, nextTimer } = started(graph);
  expect(nextTimer).toBe('2026-11-20T03:30:00.000Z');
  expect(apply(graph, state, { type: 'taskCompleted', visit: 'v3', variables: {} }, at).nextTimer).toBeNull();
});

test.each<EngineEvent>([
  { type: 'taskCompleted', visit: 'v99', variables: {} },
  { type: 'jobCompleted', job: 'v3', variables: {} },
  { type: 'jobFailed', job: 'v99', code: 'x', message: '' },
  { type: 'bpmnError', visit: 'v99', code: 'x', message: '', variables: {} },
  { type: 'timersDue' },
  { type: 'message', name: 'm', correlationKey: 'k', variables: {} },
  { type: 'signal', name: 's', variables: {} },
  { type: 'variablesChanged', scope: 'v99', variables: {} },
  { type: 'incidentRetried', incident: 'i99' },
])('an event that finds nobody changes nothing: $type', async (event) => {
  const graph = await graphOf(twoTasks);
  const { state } = started(graph);
  expect(apply(graph, state, event, at)).toEqual({
    state,
    effects: [{ type: 'unreceived' }],
    nextTimer: null,
  });
});
