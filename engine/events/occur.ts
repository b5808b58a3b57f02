/** Something that a visit waits for happens. */
import { behaviourOf } from '../elements/registry.ts';
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Variables } from '../types.ts';
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
  const behaviour = behaviourOf(node);
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

/** Everyone who waits for what `matches` says, oldest visit first. */
export function waiting<T extends Wait['type']>(
  run: Run,
  type: T,
  matches: (wait: Extract<Wait, { type: T }>) => boolean,
): { holder: Visit; wait: Wait }[] {
  const found: { holder: Visit; wait: Wait }[] = [];
  for (const holder of run.visits.values()) {
    for (const wait of holder.waits) {
      if (wait.type === type && matches(wait as Extract<Wait, { type: T }>)) found.push({ holder, wait });
    }
  }
  return found;
}

/**
 * Ends what the event interrupts and starts the event: for a boundary event its host, for the start of an event
 * sub-process everything in the scope and its other event sub-processes.
 */
export function interruptScope(run: Run, scope: Visit): void {
  run.terminateInside(scope);
  dropWaits(run, scope, (wait) => run.node(scope.process, wait.event).kind === 'startEvent');
}
