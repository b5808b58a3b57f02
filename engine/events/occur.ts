/** Something that a visit waits for happens. */
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Variables } from '../types.ts';
import { waitKey } from '../visit-table.ts';
import { dropWaits, rearmed } from './waits.ts';

/** `wait` of `holder` happens, bringing `variables`. Does nothing if it is no longer waited for. */
export function occur(run: Run, holder: Visit, wait: Wait, variables: Variables): void {
  if (!run.isAlive(holder) || !holder.waits.includes(wait)) return;
  const node = run.node(holder.process, wait.event);
  if (wait.type === 'timer') {
    const again = rearmed(wait);
    run.setWaits(
      holder,
      holder.waits.flatMap((other) => (other !== wait ? [other] : again ? [again] : [])),
    );
  }
  if (node.parallelMultiple && !allSeen(holder, node, wait)) return;
  const behaviour = run.behaviourOf(node);
  if (!behaviour.occur) throw new Error(`a ${node.kind} does not catch`);
  behaviour.occur(run, holder, node, wait, variables);
}

/** Notes that one of several definitions occurred; true (and starting over) when it was the last one missing. */
function allSeen(holder: Visit, node: Node, wait: Wait): boolean {
  const seen = [...new Set([...(holder.seen?.[node.id] ?? []), wait.index])];
  const all = seen.length === (node.events ?? []).length;
  holder.seen = { ...holder.seen, [node.id]: all ? [] : seen };
  return all;
}

/** Everyone who waits for what one of the keys (`waitKey`) says, oldest visit first. */
export function waiting(run: Run, ...keys: string[]): { holder: Visit; wait: Wait }[] {
  return run.visits
    .waitingFor(keys)
    .flatMap((holder) =>
      holder.waits.filter((wait) => keys.includes(waitKey(wait) ?? '')).map((wait) => ({ holder, wait })),
    );
}

/**
 * Ends what the event interrupts and starts the event: for a boundary event its host, for the start of an event
 * sub-process everything in the scope and its other event sub-processes.
 */
export function interruptScope(run: Run, scope: Visit): void {
  run.terminateInside(scope);
  dropWaits(run, scope, (wait) => run.node(scope.process, wait.event).kind === 'startEvent');
}
