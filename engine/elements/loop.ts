/**
 * Loops: a body visit holds the repetitions (items) of an activity. Multi-instance goes through a collection or counts,
 * at once or one after another; a standard loop goes on while its condition holds.
 */
import { raise } from '../events/raise.ts';
import type { EventDefinition, Loop, Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { LoopState, Visit } from '../state.ts';
import type { Json, Variables } from '../types.ts';
import { evaluate, holds, unexpected } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';

/** More repetitions than this are a mistake in the model. */
const itemLimit = 100_000;

type MultiInstance = Extract<Loop, { type: 'multiInstance' }>;
type StandardLoop = Extract<Loop, { type: 'standard' }>;

export const loopBody: Behaviour = {
  enter(run, body, node) {
    const loop = loopOf(node);
    if (loop.type === 'standard') return enterStandard(run, body, node, loop);
    const items = itemsOf(run, body, loop);
    body.loop = { total: items.length, started: 0, completed: 0, items, outputs: items.map(() => null) };
    if (items.length === 0) return finish(run, body, loop);
    const first = loop.sequential ? 1 : items.length;
    for (let i = 0; i < first; i++) startItem(run, body, node);
  },

  closing(run, body, item, node) {
    const loop = loopOf(node);
    const state = stateOf(body);
    if (loop.type === 'standard') {
      body.loop = { ...state, completed: state.completed + 1 };
      body.decided = goesOn(run, body, loop) ? 'again' : 'finished';
      return;
    }
    const output = loop.outputElement ? evaluate(run, item, loop.outputElement) : null;
    const outputs = loop.outputElement ? state.outputs.with(item.index ?? 0, output) : state.outputs;
    const next = { ...state, completed: state.completed + 1, outputs };
    const finished = loop.completion && holds(run, item, loop.completion, numbers(next));
    body.loop = next;
    if (finished) body.decided = 'finished';
  },

  left(run, body) {
    run.attempt(body, { phase: 'left' }, () => {
      if (announce(run, body)) proceed(run, body);
    });
  },

  dropped(run, body, item) {
    noteDropped(body, item.index ?? 0);
    proceed(run, body);
  },
};

/** Whether a multi-instance is running there, to which items can be added. */
export function isMultiInstance(body: Visit | undefined): body is Visit {
  return body?.role === 'body' && typeof body.loop?.total === 'number' && body.decided === undefined;
}

/** One item more at the end of the collection: at once in a parallel loop, in its turn in a sequential one. */
export function addItem(run: Run, body: Visit, element: Json): void {
  const node = run.nodeOf(body);
  const loop = loopOf(node);
  const state = stateOf(body);
  const items = [...state.items, element];
  body.loop = { ...state, total: items.length, items, outputs: [...state.outputs, null] };
  if (loop.type === 'multiInstance' && !loop.sequential) startItem(run, body, node);
}

/** The item at a place: running, still to come, or gone because it has completed or was taken away. */
export function itemAt(run: Run, body: Visit, index: number): Visit | 'to come' | 'gone' {
  const { total, started, dropped = [] } = stateOf(body);
  if (index >= (total ?? 0) || dropped.includes(index)) return 'gone';
  if (index >= started) return 'to come';
  return run.inside(body).find((item) => item.index === index) ?? 'gone';
}

/** An item that has not begun will not. */
export function noteDropped(body: Visit, index: number): void {
  const state = stateOf(body);
  body.loop = { ...state, dropped: [...(state.dropped ?? []), index] };
}

/** Throws what the loop throws for an item that has completed. @returns whether the loop is still there afterwards */
function announce(run: Run, body: Visit): boolean {
  const loop = loopOf(run.nodeOf(body));
  if (loop.type !== 'multiInstance') return true;
  for (const event of thrownBy(run, body, loop, stateOf(body))) raise(run, body, event);
  return run.isAlive(body);
}

/** An item is gone: goes on or comes to its end. */
function proceed(run: Run, body: Visit): void {
  const node = run.nodeOf(body);
  const loop = loopOf(node);
  const state = withoutDropped(stateOf(body));
  body.loop = state;
  if (body.decided === 'finished') {
    run.terminateInside(body);
    finish(run, body, loop);
  } else if (body.decided === 'again' || (state.total ?? 0) > state.started) {
    delete body.decided;
    startItem(run, body, node);
  } else if (body.inside === 0) {
    finish(run, body, loop);
  }
}

/** The next item to start is none of those taken away. */
function withoutDropped(state: LoopState): LoopState {
  let { started } = state;
  while (state.dropped?.includes(started)) started += 1;
  return started === state.started ? state : { ...state, started };
}

function enterStandard(run: Run, body: Visit, node: Node, loop: StandardLoop): void {
  body.loop = { total: null, started: 0, completed: 0, items: [], outputs: [] };
  if (loop.testBefore && !goesOn(run, body, loop)) run.complete(body);
  else startItem(run, body, node);
}

/** A standard loop repeats while its condition holds, at most `maximum` times; without a condition as often as that says. */
function goesOn(run: Run, body: Visit, loop: StandardLoop): boolean {
  const { completed } = stateOf(body);
  if (loop.maximum !== undefined && completed >= loop.maximum) return false;
  if (loop.condition) return holds(run, body, loop.condition, { loopCounter: completed });
  return loop.maximum !== undefined && run.state.semantics > 2;
}

function itemsOf(run: Run, body: Visit, loop: MultiInstance): Json[] {
  if (loop.collection) {
    const items = evaluate(run, body, loop.collection);
    if (!Array.isArray(items) || items.length > itemLimit) {
      throw unexpected(loop.collection, `a list of at most ${itemLimit} items`, items);
    }
    return items;
  }
  if (!loop.cardinality) return [];
  const count = Number(evaluate(run, body, loop.cardinality));
  if (!Number.isInteger(count) || count < 0 || count > itemLimit) {
    throw unexpected(loop.cardinality, `a number from 0 to ${itemLimit}`, count);
  }
  return Array.from({ length: count }, () => null);
}

function startItem(run: Run, body: Visit, node: Node): void {
  const loop = loopOf(node);
  const state = stateOf(body);
  const index = state.started;
  body.loop = { ...state, started: index + 1 };
  const variables: Variables = { loopCounter: index + 1 };
  if (loop.type === 'multiInstance') {
    // Camunda 8: the variable an output element names belongs to the item, or items would overwrite each other's.
    const output = loop.outputElement && 'feel' in loop.outputElement ? loop.outputElement.feel : '';
    const name = /^\p{L}[\p{L}\p{N}_]*/u.exec(output)?.[0];
    if (name !== undefined && /^[\p{L}\p{N}_.]*$/u.test(output)) variables[name] = null;
    if (loop.element !== undefined) variables[loop.element] = state.items[index] ?? null;
  }
  const { beginsAt } = body;
  run.send(node, body, null, { role: 'item', index, variables, ...(beginsAt ? { beginsAt } : {}) });
}

function finish(run: Run, body: Visit, loop: Loop): void {
  const collects = loop.type === 'multiInstance' && loop.outputCollection !== undefined;
  const { outputs, dropped = [] } = stateOf(body);
  const results = dropped.length === 0 ? outputs : outputs.filter((_, index) => !dropped.includes(index));
  run.complete(body, collects ? { [loop.outputCollection as string]: results } : {});
}

/** BPMN `behavior`: none throws at every completion, one at the first, complex where its conditions hold, all never. */
function thrownBy(run: Run, body: Visit, loop: MultiInstance, state: LoopState): EventDefinition[] {
  if (loop.throws && (loop.behavior === 'none' || (loop.behavior === 'one' && state.completed === 1))) {
    return [loop.throws];
  }
  if (loop.behavior !== 'complex') return [];
  return (loop.complex ?? [])
    .filter(({ condition }) => holds(run, body, condition, numbers(state)))
    .map(({ event }) => event);
}

/** What BPMN lets a completion condition see (13.3.6). */
function numbers(state: LoopState): Variables {
  const { total, started, completed, dropped = [] } = state;
  const ended = dropped.filter((index) => index < started).length;
  return {
    numberOfInstances: total === null ? null : total - dropped.length,
    numberOfActiveInstances: started - completed - ended,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: ended,
  };
}

function loopOf(node: Node): Loop {
  if (!node.loop) throw new Error(`${node.id} is no loop`);
  return node.loop;
}

function stateOf(body: Visit): LoopState {
  if (!body.loop) throw new Error(`visit ${body.id} is no loop`);
  return body.loop;
}
