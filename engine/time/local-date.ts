import type { Instant } from '../types.ts';

/** Calendar day as ISO 8601, e.g. `2026-11-22`, in Asia/Ho_Chi_Minh. */
export type LocalDate = string;

/** Days since 1970-01-01: dates as integers, so that arithmetic is exact and quick. */
export type EpochDay = number;

const millisecondsPerDay = 86_400_000;
/** Asia/Ho_Chi_Minh is UTC+7 without daylight saving time (since 1975), so no time zone data are needed. */
const localOffset = 7 * 3_600_000;

/** Parses `YYYY-MM-DD`, years 1000 to 9999. Throws a RangeError if `date` is not a day of the calendar. */
export function toEpochDay(date: LocalDate): EpochDay {
  if (/^[1-9]\d{3}-\d{2}-\d{2}$/.test(date)) {
    const year = Number(date.slice(0, 4));
    const month = Number(date.slice(5, 7));
    const day = Number(date.slice(8, 10));
    if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) {
      return Date.UTC(year, month - 1, day) / millisecondsPerDay;
    }
  }
  throw new RangeError(`not a date: ${JSON.stringify(date)}, expected YYYY-MM-DD`);
}

/** Writes an epoch day as `YYYY-MM-DD`. */
export function fromEpochDay(day: EpochDay): LocalDate {
  const date = new Date(day * millisecondsPerDay);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** `date` moved by `days` calendar days, forwards or backwards. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** The day on which `instant` falls in Asia/Ho_Chi_Minh. */
export function localDate(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + localOffset).toISOString().slice(0, 10);
}

/** The moment at which local clocks show `hour`:00 on `date`; hour 0 to 24, where 24 is the end of the day. */
export function atLocalHour(date: LocalDate, hour: number): Instant {
  const midnight = toEpochDay(date) * millisecondsPerDay - localOffset;
  return new Date(midnight + hour * 3_600_000).toISOString();
}

/** The moment a term ending on `date` ends: 24:00 local time (Civil Code 2015 Article 148(6)). */
export function endOfTerm(date: LocalDate): Instant {
  return atLocalHour(date, 24);
}
