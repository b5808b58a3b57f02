/**
 * Compensation: undoing what was completed, last first, one handler after another. A scope remembers what completed in
 * it; when the scope completes, its memory moves with it into the surrounding one.
 */
import { behaviourOf } from '../elements/registry.ts';
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Compensable, Visit } from '../state.ts';
import type { Variables } from '../types.ts';
import { contextOf } from '../variables.ts';

/** `visit` is about to leave: remembers in its scope how it can be undone, if it can. */
export function recordCompensable(run: Run, visit: Visit, node: Node): void {
  if (visit.scope === null || visit.handles) return;
  const handler = handlerOf(run, visit, node);
  const inside = visit.compensable ?? [];
  if (handler === null && inside.length === 0) return;
  const scope = run.visit(visit.scope);
  const record: Compensable = { node: node.id, handler, variables: snapshot(run, visit, node), inside };
  scope.compensable = [...(scope.compensable ?? []), record];
}

/** A handler sees the variables as they were when the activity completed. */
function snapshot(run: Run, visit: Visit, node: Node): Variables {
  return node.scope ? (visit.variables ?? {}) : visit.role === 'item' ? contextOf(run, visit) : {};
}

/** Activity on a compensation boundary event, or compensation event sub-process inside. */
function handlerOf(run: Run, visit: Visit, node: Node): string | null {
  if (visit.role !== 'item') {
    for (const id of node.boundary ?? []) {
      const event = run.node(visit.process, id);
      if (event.handler !== undefined) return event.handler;
    }
  }
  for (const id of node.scope?.eventSubProcesses ?? []) {
    const starts = run.node(visit.process, id).scope?.starts ?? [];
    if (starts.some((start) => isCompensationStart(run.node(visit.process, start)))) return id;
  }
  return null;
}

export function isCompensationStart(node: Node): boolean {
  return node.kind === 'startEvent' && node.events?.[0]?.type === 'compensation';
}

/**
 * `thrower` compensates what completed in the scope around it, or only the activity named. It goes on (`compensated`)
 * when the last handler is done, at once if there is nothing to undo.
 */
export function compensate(run: Run, thrower: Visit, activity: string | undefined): void {
  compensateInside(run, thrower, compensatedScope(run, thrower), activity);
}

export function compensateInside(run: Run, thrower: Visit, scope: Visit, activity: string | undefined): void {
  const records = scope.compensable ?? [];
  const chosen = activity === undefined ? records : records.filter((record) => record.node === activity);
  scope.compensable = records.filter((record) => !chosen.includes(record));
  thrower.compensating = { scope: scope.id, left: chosen.flatMap(expanded) };
  compensateNext(run, thrower);
}

/** The scope around the thrower; from an event sub-process, unless it is itself a handler, the scope around that. */
function compensatedScope(run: Run, thrower: Visit): Visit {
  let scope = run.scopeOf(thrower);
  while (run.nodeOf(scope).kind === 'eventSubProcess' && !scope.handles) scope = run.scopeOf(scope);
  return scope;
}

/** A scope without a handler of its own is undone by undoing what is inside it. */
function expanded(record: Compensable): Compensable[] {
  if (record.handler !== null) return [record];
  return record.inside.flatMap(expanded).map((inner) => ({
    ...inner,
    variables: { ...record.variables, ...inner.variables },
  }));
}

/** Runs the next handler of `thrower`, or lets it go on. */
export function compensateNext(run: Run, thrower: Visit): void {
  const { compensating } = thrower;
  const record = compensating?.left.at(-1);
  if (!compensating || !record || record.handler === null) {
    delete thrower.compensating;
    const node = run.nodeOf(thrower);
    behaviourOf(node).compensated?.(run, thrower, node);
    return;
  }
  thrower.compensating = { ...compensating, left: compensating.left.slice(0, -1) };
  const node = run.node(thrower.process, record.handler);
  const start = node.scope?.starts.find((id) => isCompensationStart(run.node(thrower.process, id)));
  run.send(node, run.visit(compensating.scope), null, {
    handles: thrower.id,
    variables: record.variables,
    compensable: record.inside,
    ...(start === undefined ? {} : { startedBy: start, payload: {} }),
  });
}
