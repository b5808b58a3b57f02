/** What waits for time: timers and reminders. */
import { occur } from '../events/occur.ts';
import type { Run } from '../run.ts';

/**
 * Fires everything due by now, earliest first, letting the tokens settle after each. What a step that has moved too many
 * tokens leaves unfired is still due in the next one.
 * @returns whether anything was due
 */
export function fireDue(run: Run, settle: () => void): boolean {
  let fired = false;
  for (;;) {
    const next = run.visits.earliest();
    if (!next || next.due > run.now || run.isExhausted) return fired;
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
}
