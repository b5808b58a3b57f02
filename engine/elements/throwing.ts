import { compensate } from '../events/compensation.ts';
import { raise } from '../events/raise.ts';
import type { Behaviour } from './behaviour.ts';
import { startJob } from './job.ts';
import { cancelTransaction } from './transaction.ts';

/**
 * Throws what the event is defined to throw, in order, then goes on, unless a scope around it was ended by that. A
 * compensation goes on when its last handler is done, a message that is a job when the job is.
 */
export const throwing: Behaviour = {
  enter(run, visit, node) {
    for (const definition of node.events ?? []) {
      if (!run.isAlive(visit)) return;
      switch (definition.type) {
        case 'message':
          if (node.job) return startJob(run, visit, node);
          raise(run, visit, definition);
          break;
        case 'terminate':
          run.terminateInside(run.scopeOf(visit), true, visit);
          break;
        case 'cancel':
          return cancelTransaction(run, visit);
        case 'compensation':
          return compensate(run, visit, definition.activity);
        case 'link':
          if (definition.target) run.send(run.node(visit.process, definition.target), run.scopeOf(visit));
          break;
        default:
          raise(run, visit, definition);
      }
    }
    if (run.isAlive(visit)) run.complete(visit);
  },

  compensated(run, visit) {
    run.complete(visit);
  },
};
