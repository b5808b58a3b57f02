import type { Graph, Node } from '../../model/graph.ts';
import type { Begin, Compensable, State, Undo, Visit, Wait } from '../../state.ts';
import { type OperationProblem, type OperationProblemCode, operationProblem } from '../problem.ts';
import { eventsAround } from './events-around.ts';
import type { NodeMap } from './node-map.ts';

/** A visit as it stands in the new model, if it can. */
export interface Move {
  visit: Visit;
  /** What is no longer waited for, because the new model does not have the event. */
  dropped: Wait[];
  problems: OperationProblem[];
}

/** Takes one visit over: every id in it becomes that of the new model. The visit given is not changed. */
export function moveVisit(map: NodeMap, state: State, visit: Visit): Move {
  const { process } = visit;
  const problems: OperationProblem[] = [];
  const refuse = (code: OperationProblemCode, element = visit.node, within = process) => {
    problems.push(operationProblem(code, { visit: visit.id, process: within, element }));
  };
  const rename = (missing: OperationProblemCode) => (within: string, element: string) => {
    if (!map.node(within, element)) refuse(missing, element, within);
    return map.nodeId(within, element);
  };
  const node = map.node(process, visit.node);
  const old = map.old(process, visit.node);
  if (!node || !old) {
    refuse(map.to.processes[process] ? 'element_gone' : 'process_gone');
    return { visit, dropped: [], problems };
  }
  const mismatch = mismatchOf(map, state, visit, old, node);
  if (mismatch) refuse(mismatch);

  const moved: Visit = { ...visit, node: node.id };
  const idIn = rename('element_gone');
  const id = (element: string) => idIn(process, element);
  if (visit.joins) moved.joins = renamed(visit.joins, id);
  if (visit.seen) moved.seen = renamed(visit.seen, id);
  if (visit.startedBy !== undefined) moved.startedBy = id(visit.startedBy);
  if (visit.remaining)
    moved.remaining = visit.remaining.filter((element) => map.node(process, element)).map(id);
  if (visit.beginsAt) moved.beginsAt = visit.beginsAt.map((begin) => beginIn(begin, process, map, idIn));
  if (visit.arrived) {
    moved.arrived = renamed(visit.arrived, (flow) => {
      const same = map.flowId(process, flow);
      if (same === undefined) refuse('flow_gone');
      return same ?? flow;
    });
  }
  const undoes = (records: Compensable[], within = process): Compensable[] =>
    records.map((record) => recordIn(record, within, map, rename('handler_gone')));
  if (visit.compensable) moved.compensable = undoes(visit.compensable);
  if (visit.compensating) {
    const left = visit.compensating.left.map((undo): Undo => {
      return { ...undo, handler: rename('handler_gone')(process, undo.handler), inside: undoes(undo.inside) };
    });
    moved.compensating = { ...visit.compensating, left };
  }

  const { kept, dropped } = waitsIn(map, visit, moved);
  moved.waits = kept;
  if (dropped.some((wait) => isOwn(map.from, visit, wait))) refuse('event_changed');
  return { visit: moved, dropped, problems };
}

/** Why the new element cannot take the visit over. */
function mismatchOf(
  map: NodeMap,
  state: State,
  visit: Visit,
  old: Node,
  node: Node,
): OperationProblemCode | undefined {
  if (node.kind !== old.kind) return 'kind_changed';
  const isSameLoop =
    node.loop?.type === old.loop?.type &&
    (node.loop?.type !== 'multiInstance' ||
      old.loop?.type !== 'multiInstance' ||
      node.loop.sequential === old.loop.sequential);
  if (visit.role !== undefined && !isSameLoop) return 'loop_changed';
  const scope = visit.scope === null ? undefined : state.visits[visit.scope];
  // What is in a call activity is a process, and in a loop the same element again.
  const isInside = scope && scope.process === visit.process && visit.role !== 'item';
  return isInside && node.parent !== map.nodeId(scope.process, scope.node) ? 'scope_changed' : undefined;
}

function waitsIn(map: NodeMap, visit: Visit, moved: Visit): { kept: Wait[]; dropped: Wait[] } {
  const kept: Wait[] = [];
  const dropped: Wait[] = [];
  for (const wait of visit.waits) {
    const event = map.nodeId(visit.process, wait.event);
    if (isThere(map.to, moved, { ...wait, event })) kept.push({ ...wait, event });
    else dropped.push(wait);
  }
  return { kept, dropped };
}

/** Whether the new model has, at the visit, the event that is waited for. */
function isThere(graph: Graph, visit: Visit, wait: Wait): boolean {
  const node = graph.processes[visit.process]?.nodes[wait.event];
  if (!node) return false;
  // Reminders are declared by the task; a message of a dialogue is a flow at it.
  if (wait.type === 'reminder') return wait.event === visit.node;
  if (wait.type === 'message' && node.dialogue) return node.dialogue.some(({ flow }) => flow === wait.name);
  const here = isOwn(graph, visit, wait) || eventsAround(graph, visit).includes(wait.event);
  return here && node.events?.[wait.index]?.type === wait.type;
}

/** The event of the visit itself, or for an event-based gateway one behind it. */
function isOwn(graph: Graph, visit: Visit, wait: Wait): boolean {
  if (wait.event === visit.node) return true;
  const process = graph.processes[visit.process];
  if (process?.nodes[visit.node]?.kind !== 'eventBasedGateway') return false;
  return Object.values(process.flows).some(
    ({ source, target }) => source === visit.node && target === wait.event,
  );
}

function renamed<T>(values: Record<string, T>, name: (key: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [name(key), value]));
}

type Rename = (process: string, element: string) => string;

/** Inside a call activity the ids are those of the called process. */
const processInside = (map: NodeMap, process: string, node: string) =>
  map.from.processes[node] ? node : process;

function beginIn({ node, inside }: Begin, process: string, map: NodeMap, rename: Rename): Begin {
  const within = processInside(map, process, node);
  return { node: rename(within, node), inside: inside.map((begin) => beginIn(begin, within, map, rename)) };
}

function recordIn(record: Compensable, process: string, map: NodeMap, rename: Rename): Compensable {
  const within = processInside(map, process, record.node);
  const { handler, eventSubProcess } = record;
  return {
    ...record,
    node: rename(within, record.node),
    handler: handler === null ? null : rename(within, handler),
    eventSubProcess: eventSubProcess === null ? null : rename(within, eventSubProcess),
    inside: record.inside.map((inner) => recordIn(inner, within, map, rename)),
  };
}
