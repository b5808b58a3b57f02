import { canonical } from '../../model/canonical.ts';
import type { Node } from '../../model/graph.ts';
import type { Begin, Compensable, State, Undo, Visit, Wait } from '../../state.ts';
import { type OperationProblem, type OperationProblemCode, operationProblem } from '../problem.ts';
import { eventsAround } from './events-around.ts';
import type { NodeMap } from './node-map.ts';

/** A visit as it stands in the new model, if it can. */
export interface Move {
  visit: Visit;
  /** What is no longer waited for. */
  dropped: Wait[];
  /** Events to be waited for from now on. */
  opens: string[];
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
    return { visit, dropped: [], opens: [], problems };
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

  const { kept, dropped, opens } = waitsIn(map, state, visit, moved);
  moved.waits = kept;
  return { visit: moved, dropped, opens, problems };
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

/**
 * What is waited for goes on being waited for where both models say the same, and timers keep their moment in any case. An
 * event that the new model defines otherwise, or adds, is waited for anew; one that has happened does not happen again.
 */
function waitsIn(
  map: NodeMap,
  state: State,
  visit: Visit,
  moved: Visit,
): Pick<Move, 'dropped' | 'opens'> & { kept: Wait[] } {
  const { process } = visit;
  const around = eventsAround(map.to, moved);
  const kept: Wait[] = [];
  const dropped: Wait[] = [];
  for (const wait of visit.waits) {
    const event = map.nodeId(process, wait.event);
    if (staysSame(map, visit, wait)) kept.push({ ...wait, event });
    else dropped.push(wait);
  }
  const known = eventsAround(map.from, visit).map((id) => map.nodeId(process, id));
  const changed = dropped.map((wait) => map.nodeId(process, wait.event));
  const opens = isEntered(state, visit)
    ? around.filter((id) => !known.includes(id) || changed.includes(id))
    : [];
  // Of an event with several definitions all are waited for anew.
  const again = kept.filter(({ event }) => opens.includes(event));
  return {
    kept: kept.filter((wait) => !again.includes(wait)),
    dropped: [...dropped, ...again],
    opens,
  };
}

function staysSame(map: NodeMap, visit: Visit, wait: Wait): boolean {
  const node = map.node(visit.process, wait.event);
  const old = map.old(visit.process, wait.event);
  // Reminders are declared by the task; a message of a dialogue is a flow at it.
  if (wait.type === 'reminder') return true;
  if (wait.type === 'message' && old?.dialogue)
    return node?.dialogue?.some(({ flow }) => flow === wait.name) ?? false;
  const [before, after] = [old?.events?.[wait.index], node?.events?.[wait.index]];
  const moved = { ...visit, node: map.nodeId(visit.process, visit.node) };
  if (!node || !eventsAround(map.to, moved).includes(node.id)) return false;
  return (
    before?.type === after?.type &&
    (wait.type === 'timer' || canonical(before ?? null) === canonical(after ?? null))
  );
}

/** A token that waits before the element has opened nothing yet; it will, by the new model. */
function isEntered(state: State, visit: Visit): boolean {
  const place = state.incidents[visit.incident ?? '']?.at.phase;
  return !visit.arrived && place !== 'arrive' && place !== 'join' && place !== 'enter';
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
