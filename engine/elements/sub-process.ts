import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

/** Embedded sub-process: a scope of its own, done when nothing is left inside. */
export const subProcess: Behaviour = {
  enter: startAll,

  left(run, scope) {
    if (scope.inside === 0) run.complete(scope);
  },
};

/** A token at every none start event and at every node that nothing leads to; done at once if there is none. */
export function startAll(run: Run, scope: Visit, node: Node): void {
  const { starts = [], implicit = [] } = node.scope ?? {};
  const entries = starts.map((id) => run.node(scope.process, id)).filter((start) => !start.events);
  for (const start of entries) run.send(start, scope);
  for (const id of implicit) run.send(run.node(scope.process, id), scope);
  if (scope.inside === 0) run.complete(scope);
}
