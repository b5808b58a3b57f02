import { openWaits } from '../events/waits.ts';
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * Waits for an event in the normal flow; behind an event-based gateway the gateway has waited already. A timer with a cycle
 * gives a token each time it fires and waits on until the last.
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
 * Whether the timer that fired is set again; a timer on the boundary is another event's. Of several events that must all occur, each
 * is waited for once.
 */
function willRepeat(run: Run, holder: Visit, node: Node, { event, index }: Wait): boolean {
  if (run.state.semantics < 3 || node.parallelMultiple) return false;
  return holder.waits.some((wait) => wait.type === 'timer' && wait.event === event && wait.index === index);
}
