import { openWaits } from '../events/waits.ts';
import type { Behaviour } from './behaviour.ts';

/** Event-based gateway: waits for all events behind it; the first one to occur (`catching.ts`) takes the token. */
export const eventBasedGateway: Behaviour = {
  enter(run, visit, node) {
    for (const id of node.outgoing) {
      openWaits(run, visit, run.node(visit.process, run.flow(visit.process, id).target));
    }
  },

  choose: () => [],
};
