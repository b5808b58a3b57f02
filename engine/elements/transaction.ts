import { compensateInside } from '../events/compensation.ts';
import { interruptScope, occur } from '../events/occur.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { Stuck } from '../stuck.ts';
import type { Behaviour } from './behaviour.ts';
import { subProcess } from './sub-process.ts';

/** Transaction: a sub-process that a cancel end event undoes and leaves by its cancel boundary event. */
export const transaction: Behaviour = {
  ...subProcess,

  compensated(run, visit) {
    const cancelled = visit.waits.find((wait) => wait.type === 'cancel');
    if (cancelled) occur(run, visit, cancelled, {});
    else run.complete(visit);
  },
};

/** A cancel end event at `thrower`: ends what is inside the transaction around it, then undoes what has completed. */
export function cancelTransaction(run: Run, thrower: Visit): void {
  let scope = run.scopeOf(thrower);
  while (run.nodeOf(scope).kind !== 'transaction') {
    if (scope.scope === null) throw new Stuck('nothing_to_do', 'there is no transaction to cancel');
    scope = run.scopeOf(scope);
  }
  interruptScope(run, scope);
  compensateInside(run, scope, scope, undefined);
}
