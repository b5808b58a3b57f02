/** What waits for time: timers and reminders. */
import { occur } from '../events/occur.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Instant } from '../types.ts';

type Timed = Extract<Wait, { due: Instant | null }>;

/** The earliest moment anything waits for. */
export function nextTimer(visits: Iterable<Visit>): Instant | null {
  let earliest: Instant | null = null;
  for (const visit of visits) {
    for (const wait of visit.waits) {
      if (!('due' in wait) || wait.due === null) continue;
      if (earliest === null || wait.due < earliest) earliest = wait.due;
    }
  }
  return earliest;
}

/**
 * Fires everything due by now, earliest first, letting the tokens settle after each. What a step that has moved too many
 * tokens leaves unfired is still due in the next one.
 * @returns whether anything was due
 */
export function fireDue(run: Run, settle: () => void): boolean {
  let fired = false;
  for (let next = earliest(run); next && !run.isExhausted; next = earliest(run)) {
    fired = true;
    const { holder, wait } = next;
    if (wait.type === 'reminder') {
      run.setWaits(
        holder,
        holder.waits.filter((other) => other !== wait),
      );
      run.emit({ type: 'remind', visit: holder.id, kind: wait.kind, offset: wait.offset });
    } else {
      occur(run, holder, wait, {});
      settle();
    }
  }
  return fired;
}

function earliest(run: Run): { holder: Visit; wait: Timed } | undefined {
  let found: { holder: Visit; wait: Timed; due: Instant } | undefined;
  for (const holder of run.visits.values()) {
    for (const wait of holder.waits) {
      if (!('due' in wait) || wait.due === null || wait.due > run.now) continue;
      if (!found || wait.due < found.due) found = { holder, wait, due: wait.due };
    }
  }
  return found;
}
