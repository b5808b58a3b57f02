/** Inserting, cancelling and moving tokens of a running instance. */
import { behaviourOf } from '../elements/registry.ts';
import { compensateNext } from '../events/compensation.ts';
import type { Run } from '../run.ts';
import type { Begin, Visit } from '../state.ts';
import type { EngineEvent, Target } from '../types.ts';
import { type OperationProblem, operationProblem } from './problem.ts';
import { landingOf, merged } from './scopes.ts';

/**
 * Puts tokens first and takes visits away afterwards, so that a scope out of which the last token is moved stays open while
 * the token moves within it. All or nothing: what cannot be done is told by the effect `refused`.
 */
export function modify(run: Run, event: Extract<EngineEvent, { type: 'modified' }>): void {
  const gone = event.cancel.filter((id) => !run.visits.has(id));
  const { begins, problems } = beginningsOf(run, event.place);
  problems.unshift(...gone.map((visit) => operationProblem('visit_gone', { visit })));
  if (problems.length > 0) {
    run.emit({ type: 'refused', problems });
    return;
  }
  for (const [holder, inside] of begins) run.begin(inside, holder);
  for (const id of event.cancel) {
    const visit = run.visits.get(id);
    if (visit) takeAway(run, visit);
  }
}

/** By open scope, where tokens begin in it so that one stands at every target; or why one cannot. */
export function beginningsOf(
  run: Run,
  targets: Target[],
): { begins: Map<Visit, Begin[]>; problems: OperationProblem[] } {
  const begins = new Map<Visit, Begin[]>();
  const problems: OperationProblem[] = [];
  for (const target of targets) {
    const landing = landingOf(run, target);
    if ('code' in landing) problems.push(landing);
    else begins.set(landing.holder, merged([...(begins.get(landing.holder) ?? []), landing.begin]));
  }
  return { begins, problems };
}

/** Ends a visit; what is around it goes on without it, or ends with it when nothing else is inside. */
function takeAway(run: Run, visit: Visit): void {
  // Nobody would hear of the end of the handlers it waits for.
  for (const handler of [...run.visits.values()]) {
    if (handler.handles === visit.id) run.terminate(handler, true);
  }
  run.terminate(visit, true);
  if (visit.scope === null) return;
  if (visit.handles) {
    compensateNext(run, run.visit(visit.handles));
    return;
  }
  const scope = run.visit(visit.scope);
  const { dropped } = behaviourOf(run.nodeOf(scope), scope.role);
  if (dropped) dropped(run, scope);
  else if (scope.inside === 0) takeAway(run, scope);
}
