/** What happens when no token moves any more, before the step ends. */
import { fireReadyJoin } from './elements/ready-joins.ts';
import { fireConditions, fireStaleConditions } from './events/conditions.ts';
import { receiveMessage } from './events/throw.ts';
import type { Run } from './run.ts';

/**
 * Moves tokens until nothing moves: joins that depend on the whole, conditions, messages that came too early. A condition
 * that a write makes true interrupts before the next token moves: what it interrupts goes no step further.
 */
export function settle(run: Run): void {
  run.settle(
    (moving) => {
      if (moving.state.semantics > 2) fireStaleConditions(moving);
    },
    (settled) => fireReadyJoin(settled) || fireConditions(settled) || deliverKept(settled),
  );
}

/** Messages kept from earlier, oldest first; those whose time is over are dropped. */
function deliverKept(run: Run): boolean {
  const kept = run.state.messages.filter((message) => message.until > run.now);
  run.state.messages = kept;
  const received = kept.find(({ name, key, variables }) => receiveMessage(run, name, key, variables));
  if (received) run.state.messages = kept.filter((message) => message !== received);
  return received !== undefined;
}
