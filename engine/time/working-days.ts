/**
 * Working-day arithmetic over calendar data, counted as the Civil Code 2015 Articles 147 and 148 count terms: the day of
 * the event is not counted, and a term whose last day is a day off ends on the next working day. Pure: used by the
 * engine's clocks and by the rules of the award world alike.
 *
 * Dates are `YYYY-MM-DD` in Asia/Ho_Chi_Minh; amounts are whole days within ±`maximumDays`. Anything else is a RangeError.
 */
import type { Calendar } from '../types.ts';
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from './local-date.ts';

export { addDays, atLocalHour, endOfTerm, type LocalDate, localDate } from './local-date.ts';

/** Longest term that is counted: about 40 years of working days. Longer ones are mistakes. */
export const maximumDays = 10_000;

/** Is `date` a working day: Monday to Friday unless off, Saturday or Sunday only if made up. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return isWorking(exceptionsOf(calendar), toEpochDay(date));
}

/**
 * Last day of a term of `days` working days that starts with an event on `date`.
 * `days` 0 gives `date` itself or, on a day off, the next working day; negative `days` count backwards.
 */
export function addWorkingDays(calendar: Calendar, date: LocalDate, days: number): LocalDate {
  checkAmount(days);
  const exceptions = exceptionsOf(calendar);
  const start = toEpochDay(date);
  if (days === 0) return fromEpochDay(workingDayFrom(exceptions, start, 1));
  const step = days > 0 ? 1 : -1;
  let day = start;
  for (let left = Math.abs(days); left > 0; left--) day = workingDayFrom(exceptions, day + step, step);
  return fromEpochDay(day);
}

/** Last day of a term of `days` calendar days after an event on `date`, moved to a working day where it ends on a day off. */
export function addCalendarDays(calendar: Calendar, date: LocalDate, days: number): LocalDate {
  checkAmount(days);
  return fromEpochDay(workingDayFrom(exceptionsOf(calendar), toEpochDay(date) + days, 1));
}

/**
 * Latest day on which a term of `days` working days (0 or more) can start and still end by `due`:
 * the latest `d` with `addWorkingDays(calendar, d, days) <= due`. It may itself be a day off.
 */
export function startBy(calendar: Calendar, due: LocalDate, days: number): LocalDate {
  checkAmount(days);
  if (days < 0) throw new RangeError(`a term of ${days} working days cannot start by a date`);
  const exceptions = exceptionsOf(calendar);
  let day = workingDayFrom(exceptions, toEpochDay(due), -1);
  for (let left = days; left > 1; left--) day = workingDayFrom(exceptions, day - 1, -1);
  // The first counted day is `day`, so the event may fall on any day before it.
  return fromEpochDay(days === 0 ? day : day - 1);
}

/**
 * Working days after `from` up to and including `to`: the inverse of `addWorkingDays`. Where `to` is earlier, minus the
 * working days from `to` up to but excluding `from`.
 */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  const exceptions = exceptionsOf(calendar);
  const start = toEpochDay(from);
  const end = toEpochDay(to);
  let count = 0;
  for (let day = start + 1; day <= end; day++) if (isWorking(exceptions, day)) count++;
  for (let day = end; day < start; day++) if (isWorking(exceptions, day)) count--;
  return count;
}

/** Calendar days after `from` up to and including `to`; negative where `to` is earlier. */
export function calendarDaysBetween(_calendar: Calendar, from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

interface Exceptions {
  off: Set<EpochDay>;
  working: Set<EpochDay>;
}

/** Calendars are values that never change; each is parsed once. */
const parsed = new WeakMap<Calendar, Exceptions>();

function exceptionsOf(calendar: Calendar): Exceptions {
  let exceptions = parsed.get(calendar);
  if (!exceptions) {
    exceptions = {
      off: new Set(calendar.daysOff.map(toEpochDay)),
      working: new Set(calendar.workingDays.map(toEpochDay)),
    };
    parsed.set(calendar, exceptions);
  }
  return exceptions;
}

function isWorking(exceptions: Exceptions, day: EpochDay): boolean {
  // 1970-01-01 was a Thursday: 0 is Sunday, 6 Saturday, also for days before it.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6 ? exceptions.working.has(day) : !exceptions.off.has(day);
}

/** `day` itself or the nearest working day from it in the direction of `step` (1 or -1). */
function workingDayFrom(exceptions: Exceptions, day: EpochDay, step: 1 | -1): EpochDay {
  let found = day;
  while (!isWorking(exceptions, found)) found += step;
  return found;
}

function checkAmount(days: number): void {
  if (!Number.isInteger(days) || Math.abs(days) > maximumDays) {
    throw new RangeError(`not an amount of days: ${days}, expected a whole number within ±${maximumDays}`);
  }
}
