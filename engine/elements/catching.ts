import { openWaits } from '../events/waits.ts';
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * Waits for an event in the normal flow; behind an event-based gateway the gateway has waited already. A timer with a cycle
 * that ends gives a token each time it fires and waits on until the last; one without an end fires once.
 */
export const catching: Behaviour = {
  enter(run, visit, node) {
    if (visit.payload) return run.complete(visit, visit.payload);
    openWaits(run, visit, node);
    if (node.events?.every((definition) => definition.type === 'link')) run.complete(visit);
  },

  occur(run, holder, node, wait, variables) {
    const isHere = holder.node === node.id;
    const repeats = isHere && willRepeat(run, holder, node, wait);
    if (isHere && !repeats) return run.complete(holder, variables);
    run.send(node, run.scopeOf(holder), null, { payload: variables });
    if (!repeats) run.complete(holder);
  },
};

/**
 * Whether the timer that fired is set again; a timer on the boundary is another event's. Only of a cycle with an end, for without
 * one the event would never be done. Of several events that must all occur, each is waited for once.
 */
function willRepeat(run: Run, holder: Visit, node: Node, wait: Wait): boolean {
  if (run.state.semantics < 3 || node.parallelMultiple || wait.type !== 'timer') return false;
  if (wait.left === null && wait.until === undefined) return false;
  const isAgain = (other: Wait) => other.event === wait.event && other.index === wait.index;
  return holder.waits.some((other) => other.type === 'timer' && isAgain(other));
}
