import { holds } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';
import { defaultFlow, outgoing } from './flows.ts';
import { arrive } from './joining.ts';

/**
 * Inclusive gateway: takes every flow whose condition holds, else the default; joins when no token that is still on the
 * way could come in over a flow that has none yet.
 */
export const inclusiveGateway: Behaviour = {
  enter(run, visit) {
    run.complete(visit);
  },

  // Whether it may fire depends on tokens elsewhere: decided when the step comes to rest (`fireReadyJoin`).
  join: arrive,

  choose(run, visit, node) {
    if (node.outgoing.length === 0) return [];
    const chosen = outgoing(run, visit, node).filter(
      (flow) => flow.id !== node.default && (!flow.condition || holds(run, visit, flow.condition)),
    );
    return chosen.length > 0 ? chosen : [defaultFlow(run, visit, node)];
  },
};
