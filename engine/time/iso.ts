/**
 * ISO 8601 texts as models write them: moments, durations, repeating intervals. A moment without an offset is local time
 * in Asia/Ho_Chi_Minh. Years and months are added on the local calendar (31 January + P1M = 28 February).
 */
import type { Instant } from '../types.ts';
import { addDays, atLocalHour, localDate, toEpochDay } from './local-date.ts';

export interface Duration {
  years: number;
  months: number;
  weeks: number;
  days: number;
  milliseconds: number;
  /** 1, or -1 for `-P1D`. */
  sign: 1 | -1;
}

/** `R3/PT10M`, `R/2026-01-01T00:00Z/P1D`, `R/P1D/2026-02-01T00:00Z`: how often, from when, how far apart, until when. */
export interface Cycle {
  /** null: without end. */
  times: number | null;
  from: Instant | null;
  every: string;
  until: Instant | null;
}

const durationPattern =
  /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Reads a duration; null if `text` is none. */
export function parseDuration(text: string): Duration | null {
  const match = durationPattern.exec(text);
  if (!match || /[PT]$/.test(text)) return null;
  const part = (i: number) => Number(match[i] ?? 0);
  return {
    sign: match[1] ? -1 : 1,
    years: part(2),
    months: part(3),
    weeks: part(4),
    days: part(5),
    milliseconds: Math.round(part(6) * 3_600_000 + part(7) * 60_000 + part(8) * 1000),
  };
}

/** `from` plus `duration`; null where that lies outside what a date can hold. */
export function addDuration(from: Instant, duration: Duration): Instant | null {
  const { sign } = duration;
  const months = sign * (duration.years * 12 + duration.months);
  const days = sign * (duration.weeks * 7 + duration.days);
  let at = Date.parse(from);
  if (months !== 0 || days !== 0) {
    const date = localDate(from);
    const timeOfDay = at - Date.parse(atLocalHour(date, 0));
    const moved = addMonths(date, months);
    if (moved === null || Math.abs(days) > 4_000_000) return null;
    at = Date.parse(atLocalHour(addDays(moved, days), 0)) + timeOfDay;
  }
  return toInstant(at + sign * duration.milliseconds);
}

function addMonths(date: string, months: number): string | null {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = year * 12 + (month - 1) + months;
  if (first < 0 || first >= 120_000) return null;
  const newYear = Math.floor(first / 12);
  const newMonth = first % 12;
  const lastDay = new Date(Date.UTC(newYear, newMonth + 1, 0)).getUTCDate();
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(newYear, 4)}-${pad(newMonth + 1, 2)}-${pad(Math.min(day, lastDay), 2)}`;
}

/** Reads a date or a date and time as an instant; null if `text` is neither. */
export function parseInstant(text: string): Instant | null {
  // FEEL writes the zone behind the offset or instead of it: 2026-11-22T08:00:00@Asia/Ho_Chi_Minh.
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?(?:@[A-Za-z_/]+)?)?$/.exec(
      text,
    );
  if (!match) return null;
  const [, date, time = '00:00', offset = '+07:00'] = match as unknown as [string, string, string?, string?];
  try {
    toEpochDay(date);
  } catch {
    return null;
  }
  return toInstant(Date.parse(`${date}T${time}${offset}`));
}

/**
 * Reads a repeating interval: of a duration, of a duration from a moment or up to one, or from one moment to another; or a
 * duration as one that repeats without end. Null if `text` is none of these.
 */
export function parseCycle(text: string): Cycle | null {
  const [head = '', ...parts] = text.split('/');
  const repeats = /^R(\d*)$/.exec(head);
  if (!repeats) return parts.length === 0 ? cycleOf(null, null, text, null) : null;
  const times = repeats[1] === '' ? null : Number(repeats[1]);
  const [first = '', second, ...more] = parts;
  if (more.length > 0) return null;
  if (second === undefined) return cycleOf(times, null, first, null);
  const [start, end] = [parseInstant(first), parseInstant(second)];
  if (start !== null && end !== null) {
    return cycleOf(times, start, `PT${(Date.parse(end) - Date.parse(start)) / 1000}S`, null);
  }
  if (start !== null) return cycleOf(times, start, second, null);
  return end === null ? null : cycleOf(times, null, first, end);
}

function cycleOf(
  times: number | null,
  from: Instant | null,
  every: string,
  until: Instant | null,
): Cycle | null {
  return isPositive(every) ? { times, from, every, until } : null;
}

/** Something that repeats every zero seconds would never come to rest. */
function isPositive(text: string): boolean {
  const duration = parseDuration(text);
  const epoch = new Date(0).toISOString();
  return duration !== null && (addDuration(epoch, duration) ?? epoch) > epoch;
}

function toInstant(milliseconds: number): Instant | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString();
}
