import type { Behaviour } from './behaviour.ts';
import { arrive, fire } from './joining.ts';

/** Parallel gateway: waits for a token on every incoming flow, then sends one over every outgoing flow. */
export const parallelGateway: Behaviour = {
  enter(run, visit) {
    run.complete(visit);
  },

  join(run, node, scope, flow) {
    const visit = arrive(run, node, scope, flow);
    if (node.incoming.every((id) => (visit.arrived?.[id] ?? 0) > 0)) fire(run, visit, node);
  },

  choose: (run, visit, node) => node.outgoing.map((id) => run.flow(visit.process, id)),
};
