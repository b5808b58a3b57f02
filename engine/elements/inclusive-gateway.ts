import type { Flow, Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import type { Variables } from '../types.ts';
import { holds } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';
import { defaultFlow, outgoing } from './flows.ts';
import { arrive, fire } from './joining.ts';

/**
 * Inclusive gateway: takes every flow whose condition holds, else the default; joins when no token that is still on the
 * way could come in over a flow that has none yet.
 */
export const inclusiveGateway: Behaviour = {
  enter(run, visit) {
    run.complete(visit);
  },

  // Whether it may fire depends on tokens elsewhere: decided when the step comes to rest.
  join: arrive,

  unreachable(run, visit, node) {
    fire(run, visit, node);
    return true;
  },

  choose: (run, visit, node) => chooseInclusive(run, visit, node),
};

/** Every flow whose condition holds, else the default; `extra` are names that only these conditions see. */
export function chooseInclusive(run: Run, visit: Visit, node: Node, extra?: Variables): Flow[] {
  if (node.outgoing.length === 0) return [];
  const chosen = outgoing(run, visit, node).filter(
    (flow) => flow.id !== node.default && (!flow.condition || holds(run, visit, flow.condition, extra)),
  );
  return chosen.length > 0 ? chosen : [defaultFlow(run, visit, node)];
}
