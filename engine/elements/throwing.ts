import { compensate } from '../events/compensation.ts';
import { raise } from '../events/raise.ts';
import type { EventDefinition, Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import type { Behaviour } from './behaviour.ts';
import { startJob } from './job.ts';
import { cancelTransaction } from './transaction.ts';

/**
 * Throws what the event is defined to throw, in order, then goes on, unless a scope around it was ended by that. A
 * compensation goes on when its last handler is done, a message that is a job when the job is. A signal is thrown when no
 * other token moves any more: who comes to wait for it at the same moment hears it, in whichever order the branches are drawn.
 */
export const throwing: Behaviour = {
  enter(run, visit, node) {
    const signals = node.events?.some(({ type }) => type === 'signal');
    if (signals && run.state.semantics > 1) run.whenStill(visit, () => throwAndGo(run, visit, node));
    else throwAndGo(run, visit, node);
  },

  compensated(run, visit) {
    run.complete(visit);
  },
};

function throwAndGo(run: Run, visit: Visit, node: Node): void {
  for (const definition of node.events ?? []) {
    if (!run.isAlive(visit)) return;
    if (throwOne(run, visit, node, definition) === 'waits') return;
  }
  if (run.isAlive(visit)) run.complete(visit);
}

/** @returns `waits` if the event is not over before what it has begun is */
function throwOne(run: Run, visit: Visit, node: Node, definition: EventDefinition): 'waits' | 'thrown' {
  switch (definition.type) {
    case 'message':
      if (node.job) {
        startJob(run, visit, node);
        return 'waits';
      }
      raise(run, visit, definition);
      return 'thrown';
    case 'terminate':
      run.terminateInside(run.scopeOf(visit), true, visit);
      return 'thrown';
    case 'cancel':
      cancelTransaction(run, visit);
      return 'waits';
    case 'compensation':
      compensate(run, visit, definition.activity);
      return 'waits';
    case 'link':
      if (definition.target) run.send(run.node(visit.process, definition.target), run.scopeOf(visit));
      return 'thrown';
    default:
      raise(run, visit, definition);
      return 'thrown';
  }
}
