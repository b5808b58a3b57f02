/** Clocks: terms in working or calendar days that follow the calendar for as long as they run. */
import type { HostFunction } from '../feel/evaluate.ts';
import type { Calendar, Clock, Instant, Json } from '../types.ts';
import {
  addCalendarDays,
  addWorkingDays,
  atLocalHour,
  calendarDaysBetween,
  endOfTerm,
  localDate,
  maximumDays,
  workingDaysBetween,
} from './working-days.ts';

const arithmetic = {
  working_day: { add: addWorkingDays, between: workingDaysBetween },
  calendar_day: { add: addCalendarDays, between: calendarDaysBetween },
};

/**
 * When the term of `clock` ends: 24:00 local time of its last day, as Civil Code 2015 Articles 147 and 148 count; null
 * while it stands still. A pause is counted as a term is, without the day of the event: the day it begins on still counts,
 * the day it ends on does not, so that every day belongs to the one or the other. What was left then runs on from there.
 */
export function dueBy(clock: Clock, calendar: Calendar): Instant | null {
  const { add, between } = arithmetic[clock.unit];
  let start = localDate(clock.startedAt);
  let left = clock.amount;
  for (const pause of clock.pauses ?? []) {
    const end = endOfTerm(add(calendar, start, left));
    if (end <= pause.from) return end;
    if (pause.to === null) return null;
    left = Math.max(0, left - between(calendar, start, localDate(pause.from)));
    start = localDate(pause.to);
  }
  return endOfTerm(add(calendar, start, left));
}

type Pausable = Pick<Clock, 'pauses'>;

export function isPaused({ pauses }: Pausable): boolean {
  return pauses?.at(-1)?.to === null;
}

/** The clock as it is from `now` on: standing still or running; itself where it does so already. */
export function paused<C extends Pausable>(clock: C, still: boolean, now: Instant): C {
  if (isPaused(clock) === still) return clock;
  const pauses = clock.pauses ?? [];
  if (still) return { ...clock, pauses: [...pauses, { from: now, to: null }] };
  return { ...clock, pauses: pauses.map((pause) => (pause.to === null ? { ...pause, to: now } : pause)) };
}

/** When to remind: 08:00 local time, `offset` working days from the last day of a term that ends at `due`; never without one. */
export function remindAt(due: Instant | null, offset: number, calendar: Calendar): Instant | null {
  if (due === null) return null;
  // A term ends at 24:00, which already reads as the next day.
  const lastDay = localDate(new Date(Date.parse(due) - 1).toISOString());
  return atLocalHour(addWorkingDays(calendar, lastDay, offset), 8);
}

/** What `working days(5)` gives in a model: a term that has not started. Its amount is not checked yet. */
export interface Term {
  unit: Clock['unit'];
  amount: Json;
}

export function isTerm(value: Json): value is { unit: Clock['unit']; amount: Json } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return (value.unit === 'working_day' || value.unit === 'calendar_day') && value.amount !== undefined;
}

/** The clock of a term on a clock that has started; null if its amount is no whole number of days that can be counted. */
export function clockOf({ unit, amount }: Term, started: Pick<Clock, 'startedAt' | 'pauses'>): Clock | null {
  const counts = typeof amount === 'number' && Number.isInteger(amount) && Math.abs(amount) <= maximumDays;
  return counts ? { ...started, unit, amount } : null;
}

/** FEEL functions for due dates and timers: `working days(5)`, `calendar days(15)`. */
export const clockFunctions: Record<string, HostFunction> = {
  'working days': { parameters: ['days'], call: (amount = null) => ({ unit: 'working_day', amount }) },
  'calendar days': { parameters: ['days'], call: (amount = null) => ({ unit: 'calendar_day', amount }) },
};
