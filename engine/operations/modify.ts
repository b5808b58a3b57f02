/** Inserting, cancelling and moving tokens of a running instance. */
import { addItem, isMultiInstance, itemAt, noteDropped } from '../elements/loop.ts';
import { behaviourOf } from '../elements/registry.ts';
import { compensateNext } from '../events/compensation.ts';
import type { Run } from '../run.ts';
import type { Begin, Visit } from '../state.ts';
import type { EngineEvent, ItemPlace, NewItem, Target } from '../types.ts';
import { type OperationProblem, operationProblem } from './problem.ts';
import { landingOf, merged } from './scopes.ts';

/**
 * Puts tokens first and takes visits away afterwards, so that a scope out of which the last token is moved stays open while
 * the token moves within it. Repetitions are added before others are dropped, for the same reason. All or nothing: what cannot be done is told by the effect `refused`.
 */
export function modify(run: Run, event: Extract<EngineEvent, { type: 'modified' }>): void {
  const gone = event.cancel.filter((id) => !run.visits.has(id));
  const { begins, problems } = beginningsOf(run, event.place);
  const { addItems = [], dropItems = [] } = event;
  problems.unshift(...gone.map((visit) => operationProblem('visit_gone', { visit })));
  problems.push(...loopProblems(run, addItems, dropItems));
  if (problems.length > 0) {
    run.emit({ type: 'refused', problems });
    return;
  }
  for (const [holder, inside] of begins) run.begin(inside, holder);
  for (const { loop, element } of addItems) addItem(run, run.visit(loop), element);
  drop(run, dropItems);
  for (const id of event.cancel) {
    const visit = run.visits.get(id);
    if (visit) takeAway(run, visit);
  }
}

/** Items are added to and taken from a multi-instance that runs, and only such as have not come to their end. */
function loopProblems(run: Run, addItems: NewItem[], dropItems: ItemPlace[]): OperationProblem[] {
  const loops = [...addItems, ...dropItems].map(({ loop }) => loop);
  const missing = loops.filter((loop) => !isMultiInstance(run.visits.get(loop)));
  if (missing.length > 0) return missing.map((visit) => operationProblem('not_a_multi_instance', { visit }));
  return dropItems
    .filter(
      ({ loop, index }, i) =>
        itemAt(run, run.visit(loop), index) === 'gone' ||
        dropItems.slice(0, i).some((other) => other.loop === loop && other.index === index),
    )
    .map(({ loop }) => operationProblem('item_gone', { visit: loop }));
}

/** Takes repetitions away, those to come first: the end of one that runs may be the beginning of the next. */
function drop(run: Run, places: ItemPlace[]): void {
  const running: Visit[] = [];
  for (const { loop, index } of places) {
    const body = run.visit(loop);
    const item = itemAt(run, body, index);
    if (item === 'to come') noteDropped(body, index);
    else if (item !== 'gone') running.push(item);
  }
  for (const item of running) takeAway(run, item);
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
  if (dropped) dropped(run, scope, visit);
  else if (scope.inside === 0) takeAway(run, scope);
}
