import type { Behaviour } from './behaviour.ts';

/** Boundary event: waits at its host; interrupting, it ends the host and takes its place. */
export const boundaryEvent: Behaviour = {
  enter(run, visit) {
    run.complete(visit, visit.payload);
  },

  occur(run, host, node, _wait, variables) {
    const scope = run.scopeOf(host);
    run.send(node, scope, null, { payload: variables });
    if (node.interrupting) run.terminate(host, false);
  },
};
