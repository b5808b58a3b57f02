import { dropWaits } from '../events/waits.ts';
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

/** Embedded sub-process: a scope of its own, done when nothing is left inside. */
export const subProcess: Behaviour = {
  enter: startAll,

  left: completeWhenEmpty,
};

/**
 * A scope is done when nothing is left inside. While only event sub-processes are, it is completing: these go on, but no
 * further one starts (BPMN 2.0.2, 13.3.4).
 */
export function completeWhenEmpty(run: Run, scope: Visit): void {
  if (scope.inside === 0) run.complete(scope);
  else if (run.state.semantics > 2 && isCompleting(run, scope)) {
    dropWaits(run, scope, (wait) => run.node(scope.process, wait.event).kind === 'startEvent');
  }
}

function isCompleting(run: Run, scope: Visit): boolean {
  if (run.nodeOf(scope).scope?.eventSubProcesses.length === 0) return false;
  const inside = run.inside(scope);
  // Those that are counted but not there are tokens on their way.
  return (
    inside.length === scope.inside && inside.every((visit) => run.nodeOf(visit).kind === 'eventSubProcess')
  );
}

/** A token at every none start event and at every node that nothing leads to; done at once if there is none. */
export function startAll(run: Run, scope: Visit, node: Node): void {
  const { starts = [], implicit = [] } = node.scope ?? {};
  const entries = starts.map((id) => run.node(scope.process, id)).filter((start) => !start.events);
  for (const start of entries) run.send(start, scope);
  for (const id of implicit) run.send(run.node(scope.process, id), scope);
  if (scope.inside === 0) run.complete(scope);
}
