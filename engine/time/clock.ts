/** Clocks: terms in working or calendar days that follow the calendar for as long as they run. */
import type { HostFunction } from '../feel/evaluate.ts';
import type { Calendar, Clock, Instant, Json } from '../types.ts';
import {
  addCalendarDays,
  addWorkingDays,
  atLocalHour,
  endOfTerm,
  localDate,
  maximumDays,
} from './working-days.ts';

/** When the term of `clock` ends: 24:00 local time of its last day, as Civil Code 2015 Articles 147 and 148 count. */
export function dueBy(clock: Clock, calendar: Calendar): Instant {
  const add = clock.unit === 'working_day' ? addWorkingDays : addCalendarDays;
  return endOfTerm(add(calendar, localDate(clock.startedAt), clock.amount));
}

/** When to remind: 08:00 local time, `offset` working days from the last day of a term that ends at `due`. */
export function remindAt(due: Instant, offset: number, calendar: Calendar): Instant {
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

/** The clock of a term that starts at `startedAt`; null if its amount is no whole number of days that can be counted. */
export function clockOf({ unit, amount }: Term, startedAt: Instant): Clock | null {
  const counts = typeof amount === 'number' && Number.isInteger(amount) && Math.abs(amount) <= maximumDays;
  return counts ? { startedAt, unit, amount } : null;
}

/** FEEL functions for due dates and timers: `working days(5)`, `calendar days(15)`. */
export const clockFunctions: Record<string, HostFunction> = {
  'working days': { parameters: ['days'], call: (amount = null) => ({ unit: 'working_day', amount }) },
  'calendar days': { parameters: ['days'], call: (amount = null) => ({ unit: 'calendar_day', amount }) },
};
