import type { Graph } from './model/graph.ts';
import { unnamedSemantics } from './model/semantics.ts';
import { beginningsOf } from './operations/modify.ts';
import { settle } from './rest.ts';
import { Run } from './run.ts';
import type { State, Visit } from './state.ts';
import type { EngineEvent, Instant, Step } from './types.ts';

/**
 * Starts an instance of `event.process` at `event.startEvent` (default: its none start events, or where no flow leads
 * to), or with a token at each element of `event.at`. Pure: the same graph, event and moment give the same step.
 * Throws if the graph has no such process, start or element: the host asked for something that `compile` did not give it.
 */
export function start(graph: Graph, event: Extract<EngineEvent, { type: 'start' }>, now: Instant): Step {
  return begin(graph, event, now).finish();
}

/** The draft of the first step. */
export function begin(graph: Graph, event: Extract<EngineEvent, { type: 'start' }>, now: Instant): Run {
  const nodes = graph.processes[event.process]?.nodes;
  if (!nodes) throw new Error(`the graph has no process ${event.process}`);
  if (event.startEvent !== undefined && !nodes[event.startEvent]) {
    throw new Error(`process ${event.process} has no start ${event.startEvent}`);
  }
  const state = stateBefore(graph, event);
  const run = new Run(graph, state, now);
  const begun = run.visit(rootVisit);
  if (event.at) {
    const { begins, problems } = beginningsOf(run, event.at);
    const inside = begins.get(begun);
    if (problems.length > 0 || !inside) {
      throw new Error(`the instance cannot begin at ${JSON.stringify(event.at)}: ${problems[0]?.code}`);
    }
    begun.beginsAt = inside;
  }
  run.enter(begun);
  settle(run);
  return run;
}

/** The visit of the process itself, the same in every instance. */
export const rootVisit = 'v1';

/** An instance about to be entered. */
export function stateBefore(graph: Graph, event: Extract<EngineEvent, { type: 'start' }>): State {
  const root: Visit = {
    id: rootVisit,
    process: event.process,
    node: event.process,
    scope: null,
    variables: event.variables,
    inside: 0,
    waits: [],
  };
  if (event.startEvent !== undefined) root.startedBy = event.startEvent;
  return {
    semantics: graph.semantics ?? unnamedSemantics,
    process: event.process,
    root: root.id,
    counter: 1,
    calendar: event.calendar,
    visits: { [root.id]: root },
    incidents: {},
    messages: [],
  };
}
