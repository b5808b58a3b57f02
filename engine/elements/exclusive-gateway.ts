import { holds } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';
import { defaultFlow, outgoing } from './flows.ts';

/** Exclusive gateway: the first flow whose condition holds, else the default. Without flows it ends the token. */
export const exclusiveGateway: Behaviour = {
  enter(run, visit) {
    run.complete(visit);
  },

  choose(run, visit, node) {
    if (node.outgoing.length === 0) return [];
    const chosen = outgoing(run, visit, node).find(
      (flow) => flow.id !== node.default && (!flow.condition || holds(run, visit, flow.condition)),
    );
    return [chosen ?? defaultFlow(run, visit, node)];
  },
};
