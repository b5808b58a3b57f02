/**
 * Compensation: undoing what was completed, last first, one handler after another. A scope remembers what completed in
 * it; when the scope completes, its memory moves with it into the surrounding one.
 */
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Compensable, Undo, Visit } from '../state.ts';
import type { Variables } from '../types.ts';
import { contextOf } from '../variables.ts';

/** `visit` is about to leave: remembers in its scope how it can be undone, if it can. */
export function recordCompensable(run: Run, visit: Visit, node: Node): void {
  if (visit.scope === null || visit.handles) return;
  const record: Compensable = {
    node: node.id,
    handler: isUndoneAsOne(run, visit) ? handlerOf(run, visit, node) : null,
    eventSubProcess: visit.role === 'body' ? null : compensationSubProcessOf(run, visit, node),
    variables: snapshot(run, visit, node),
    // A called process is a whole of its own: from outside only a handler on the call undoes it.
    inside: node.kind === 'callActivity' && visit.role !== 'body' ? [] : (visit.compensable ?? []),
  };
  if (record.handler === null && record.eventSubProcess === null && record.inside.length === 0) return;
  const scope = run.visit(visit.scope);
  scope.compensable = [...(scope.compensable ?? []), record];
}

/** Of a loop each repetition is undone by itself, the last to complete first (BPMN 2.0.2, 13.5.5). */
function isUndoneAsOne(run: Run, { role }: Visit): boolean {
  return role !== (run.state.semantics > 2 ? 'body' : 'item');
}

/** A handler sees the variables as they were when the activity completed. */
function snapshot(run: Run, visit: Visit, node: Node): Variables {
  return node.scope ? (visit.variables ?? {}) : visit.role === 'item' ? contextOf(run, visit) : {};
}

function handlerOf(run: Run, visit: Visit, node: Node): string | null {
  for (const id of node.boundary ?? []) {
    const { handler } = run.node(visit.process, id);
    if (handler !== undefined) return handler;
  }
  return null;
}

function compensationSubProcessOf(run: Run, visit: Visit, node: Node): string | null {
  const startsByCompensation = (id: string) =>
    run
      .node(visit.process, id)
      .scope?.starts.some((start) => isCompensationStart(run.node(visit.process, start)));
  return node.scope?.eventSubProcesses.find(startsByCompensation) ?? null;
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
  thrower.compensating = { scope: scope.id, left: chosen.flatMap(undoing) };
  compensateNext(run, thrower);
}

/** The scope around the thrower; from an event sub-process, unless it is itself a handler, the scope around that. */
function compensatedScope(run: Run, thrower: Visit): Visit {
  let scope = run.scopeOf(thrower);
  while (run.nodeOf(scope).kind === 'eventSubProcess' && !scope.handles) scope = run.scopeOf(scope);
  return scope;
}

/**
 * What undoes a record, last one first to run: inside, by its event sub-process or else, if no handler stands for it, by
 * undoing each thing inside; then the handler on its boundary.
 */
function undoing(record: Compensable): Undo[] {
  const { handler, eventSubProcess, variables, inside } = record;
  const outer = handler === null ? [] : [{ handler, variables, inside: [] }];
  if (eventSubProcess !== null) return [...outer, { handler: eventSubProcess, variables, inside }];
  if (handler !== null) return outer;
  return inside.flatMap(undoing).map((undo) => ({ ...undo, variables: { ...variables, ...undo.variables } }));
}

/** Runs the next handler of `thrower`, or lets it go on. */
export function compensateNext(run: Run, thrower: Visit): void {
  const { compensating } = thrower;
  const undo = compensating?.left.at(-1);
  if (!compensating || !undo) {
    delete thrower.compensating;
    const node = run.nodeOf(thrower);
    run.behaviourOf(node).compensated?.(run, thrower, node);
    return;
  }
  thrower.compensating = { ...compensating, left: compensating.left.slice(0, -1) };
  const node = run.node(thrower.process, undo.handler);
  const start = node.scope?.starts.find((id) => isCompensationStart(run.node(thrower.process, id)));
  run.send(node, run.visit(compensating.scope), null, {
    handles: thrower.id,
    variables: undo.variables,
    compensable: undo.inside,
    ...(start === undefined ? {} : { startedBy: start, payload: {} }),
  });
}
