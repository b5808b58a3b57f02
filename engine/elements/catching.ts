import { openWaits } from '../events/waits.ts';
import type { Behaviour } from './behaviour.ts';

/** Waits for an event in the normal flow; behind an event-based gateway the gateway has waited already. */
export const catching: Behaviour = {
  enter(run, visit, node) {
    if (visit.payload) return run.complete(visit, visit.payload);
    openWaits(run, visit, node);
    if (node.events?.every((definition) => definition.type === 'link')) run.complete(visit);
  },

  occur(run, holder, node, _wait, variables) {
    if (holder.node === node.id) return run.complete(holder, variables);
    run.send(node, run.scopeOf(holder), null, { payload: variables });
    run.complete(holder);
  },
};
