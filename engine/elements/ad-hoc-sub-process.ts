import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { holds, textsOf } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * Ad-hoc sub-process: its activities start without a flow leading to them, at once or one after another, until the
 * completion condition holds or all are done.
 */
export const adHocSubProcess: Behaviour = {
  enter(run, scope, node) {
    const active = node.scope?.adHoc?.active;
    const chosen = active ? textsOf(run, scope, active) : undefined;
    scope.remaining = (node.scope?.implicit ?? []).filter((id) => !chosen || chosen.includes(id));
    startNext(run, scope, node);
    if (scope.inside === 0) run.complete(scope);
  },

  closing(run, scope, child) {
    const condition = run.nodeOf(scope).scope?.adHoc?.completion;
    if (condition && holds(run, child, condition)) scope.decided = 'finished';
  },

  left: proceed,

  dropped: proceed,
};

function proceed(run: Run, scope: Visit): void {
  const node = run.nodeOf(scope);
  if (scope.decided === 'finished') {
    delete scope.remaining;
    if (node.scope?.adHoc?.cancelRemaining) run.terminateInside(scope);
    else if (run.state.semantics > 2) beginNothingMore(run, scope);
  } else if (scope.inside === 0) {
    startNext(run, scope, node);
  }
  if (scope.inside === 0) run.complete(scope);
}

/** Activities under way may finish, but no further one begins behind them (BPMN 2.0.2, 13.3.5). */
function beginNothingMore(run: Run, scope: Visit): void {
  run.dropArrivals(scope, ({ flow }) => flow !== null);
  for (const visit of run.inside(scope)) {
    const isUnderWay = visit.arrived === undefined && !/(Event|Gateway)$/.test(run.nodeOf(visit).kind);
    if (!isUnderWay) run.terminate(visit, true);
  }
}

function startNext(run: Run, scope: Visit, node: Node): void {
  const remaining = scope.remaining ?? [];
  const count = node.scope?.adHoc?.sequential ? 1 : remaining.length;
  for (const id of remaining.slice(0, count)) run.send(run.node(scope.process, id), scope);
  scope.remaining = remaining.slice(count);
}
