import { interruptScope } from '../events/occur.ts';
import { dropWaits } from '../events/waits.ts';
import type { Behaviour } from './behaviour.ts';

/** Start event: passes the token on. In an event sub-process it waits in the surrounding scope. */
export const startEvent: Behaviour = {
  enter(run, visit) {
    run.complete(visit, visit.payload);
  },

  occur(run, scope, node, wait, variables) {
    if (node.interrupting) interruptScope(run, scope);
    else if (wait.type === 'timer') dropWaits(run, scope, (other) => other === wait);
    const eventSubProcess = run.node(scope.process, node.parent ?? '');
    run.send(eventSubProcess, scope, null, { startedBy: node.id, payload: variables });
  },
};
