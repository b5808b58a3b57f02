/** What happens when no token moves any more, before the step ends. */
import { fireReadyJoin } from './elements/ready-joins.ts';
import { occur, waiting } from './events/occur.ts';
import { receiveMessage } from './events/throw.ts';
import type { Run } from './run.ts';
import type { Wait } from './state.ts';
import { Stuck } from './stuck.ts';
import { holds } from './variables.ts';
import { conditionalKey } from './visit-table.ts';

/** Moves tokens until nothing moves: joins that depend on the whole, conditions, messages that came too early. */
export function settle(run: Run): void {
  run.settle((settled) => fireReadyJoin(settled) || fireConditions(settled) || deliverKept(settled));
}

/** Conditional events occur when their condition turns true. */
function fireConditions(run: Run): boolean {
  let fired = false;
  for (const { holder, wait } of waiting(run, conditionalKey)) {
    if (!run.isAlive(holder) || !holder.waits.includes(wait) || wait.type !== 'conditional') continue;
    const definition = run.node(holder.process, wait.event).events?.[wait.index];
    const condition = definition?.type === 'conditional' ? definition.condition : undefined;
    const met = condition !== undefined && isMet(() => holds(run, holder, condition));
    if (met === wait.met) continue;
    const noted: Wait = { ...wait, met };
    run.setWaits(
      holder,
      holder.waits.map((other) => (other === wait ? noted : other)),
    );
    if (!met) continue;
    occur(run, holder, noted, {});
    fired = true;
  }
  return fired;
}

/** A condition over variables that are not there yet does not hold. */
function isMet(condition: () => boolean): boolean {
  try {
    return condition();
  } catch (failure) {
    if (failure instanceof Stuck) return false;
    throw failure;
  }
}

/** Messages kept from earlier, oldest first; those whose time is over are dropped. */
function deliverKept(run: Run): boolean {
  const kept = run.state.messages.filter((message) => message.until > run.now);
  run.state.messages = kept;
  const received = kept.find(({ name, key, variables }) => receiveMessage(run, name, key, variables));
  if (received) run.state.messages = kept.filter((message) => message !== received);
  return received !== undefined;
}
