/** What waits for time: timers and reminders. */
import { occur } from '../events/occur.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Calendar, Instant } from '../types.ts';
import { dueBy, remindAt } from './clock.ts';

type Timed = Extract<Wait, { due: Instant }>;

/** The earliest moment anything waits for. */
export function nextTimer(visits: Iterable<Visit>): Instant | null {
  let earliest: Instant | null = null;
  for (const visit of visits) {
    for (const wait of visit.waits) {
      if ('due' in wait && (earliest === null || wait.due < earliest)) earliest = wait.due;
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
      holder.waits = holder.waits.filter((other) => other !== wait);
      run.emit({ type: 'remind', visit: holder.id, kind: wait.kind, offset: wait.offset });
    } else {
      occur(run, holder, wait, {});
      settle();
    }
  }
  return fired;
}

function earliest(run: Run): { holder: Visit; wait: Timed } | undefined {
  let found: { holder: Visit; wait: Timed } | undefined;
  for (const holder of run.visits.values()) {
    for (const wait of holder.waits) {
      if ('due' in wait && wait.due <= run.now && (!found || wait.due < found.wait.due))
        found = { holder, wait };
    }
  }
  return found;
}

/** The calendar has changed: every running clock and reminder is counted anew. What has fired stays fired. */
export function recount(run: Run, calendar: Calendar): void {
  run.state.calendar = calendar;
  for (const visit of run.visits.values()) {
    const { due } = visit;
    if (due?.clock) {
      const at = dueBy(due.clock, calendar);
      if (at !== due.at) run.emit({ type: 'changeDue', visit: visit.id, dueAt: at });
      visit.due = { ...due, at };
    }
    visit.waits = visit.waits.map((wait) => recounted(wait, visit, calendar));
  }
}

function recounted(wait: Wait, visit: Visit, calendar: Calendar): Wait {
  if (wait.type === 'timer' && wait.clock) return { ...wait, due: dueBy(wait.clock, calendar) };
  if (wait.type === 'reminder' && visit.due)
    return { ...wait, due: remindAt(visit.due.at, wait.offset, calendar) };
  return wait;
}
