/** ISO 8601 text <-> temporal values (DMN 1.5, 10.3.4.1). What is no such text gives null. */
import { civilFromDays, daysInMonth, MAX_YEAR } from './calendar.ts';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  type Temporal,
  type Zone,
} from './values.ts';
import { isZone } from './zones.ts';

const DATE = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/i;
const YEARS_MONTHS = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?$/;
const DAYS_TIME = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(\.\d*)?S)?)?$/;
/** Whole seconds and months a duration may have; beyond it FEEL's arithmetic would leave the calendar anyway. */
const MAX_DIGITS = 18;
/** Farthest a zone lies from UTC. */
export const MAX_OFFSET_SECONDS = 18 * 3600;

/** A date; null if there is no such day. */
export function makeDate(year: number, month: number, day: number): FeelDate | null {
  const valid =
    [year, month, day].every(Number.isInteger) && Math.abs(year) <= MAX_YEAR && month >= 1 && month <= 12;
  return valid && day >= 1 && day <= daysInMonth(year, month) ? new FeelDate(year, month, day) : null;
}

export function dateFromDays(days: number): FeelDate | null {
  const { year, month, day } = civilFromDays(days);
  return makeDate(year, month, day);
}

/** A time; null if the clock has no such time. */
export function makeTime(hour: number, minute: number, nanosOfMinute: number, zone: Zone): FeelTime | null {
  const valid =
    hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && nanosOfMinute >= 0 && nanosOfMinute < 60e9;
  return valid ? new FeelTime(hour * 3_600e9 + minute * 60e9 + nanosOfMinute, zone) : null;
}

export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  return match === null ? null : makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

function parseZone(text: string | undefined): Zone | undefined {
  if (text === undefined) return null;
  if (text === 'Z' || text === 'z') return { offset: 0 };
  if (text.startsWith('@')) {
    const name = text.slice(1);
    return isZone(name) ? { name } : undefined;
  }
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  const offset = hours * 3600 + minutes * 60 + seconds;
  if (offset > MAX_OFFSET_SECONDS || minutes > 59 || seconds > 59) return undefined;
  return { offset: text.startsWith('-') ? -offset : offset };
}

function nanosOf(fraction: string | undefined): number {
  return Number((fraction ?? '.').slice(1, 10).padEnd(9, '0'));
}

interface TimeText {
  time: FeelTime;
  /** 24:00:00 is the next day's midnight (XML Schema 1.1, 3.3.7). */
  nextDay: boolean;
}

function readTime(text: string): TimeText | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const zone = parseZone(match[5]);
  if (zone === undefined) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const nanos = nanosOf(match[4]);
  if (hour === 24 && minute === 0 && second === 0 && nanos === 0)
    return { time: new FeelTime(0, zone), nextDay: true };
  const time = makeTime(hour, minute, second * 1e9 + nanos, zone);
  return time === null ? null : { time, nextDay: false };
}

export function parseTime(text: string): FeelTime | null {
  return readTime(text.startsWith('T') ? text.slice(1) : text)?.time ?? null;
}

/** A date and time; a text of a date alone is its midnight, local. */
export function parseDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf('T');
  if (at < 0) {
    const date = parseDate(text);
    return date === null ? null : new FeelDateTime(date, new FeelTime(0, null));
  }
  const date = parseDate(text.slice(0, at));
  const read = readTime(text.slice(at + 1));
  if (date === null || read === null) return null;
  const day = read.nextDay ? dateFromDays(date.days + 1) : date;
  return day === null ? null : new FeelDateTime(day, read.time);
}

export function parseDuration(text: string): DaysDuration | MonthsDuration | null {
  const ym = YEARS_MONTHS.exec(text);
  if (ym !== null && (ym[2] !== undefined || ym[3] !== undefined)) {
    const months = Number(ym[2] ?? 0) * 12 + Number(ym[3] ?? 0);
    return Number.isSafeInteger(months) ? new MonthsDuration(ym[1] && months > 0 ? -months : months) : null;
  }
  const dt = DAYS_TIME.exec(text);
  if (dt === null || text.endsWith('T') || text.endsWith('P')) return null;
  if (dt.slice(2, 6).some((digits) => (digits?.length ?? 0) > MAX_DIGITS)) return null;
  const part = (index: number) => BigInt(dt[index] ?? 0);
  const seconds = part(2) * 86_400n + part(3) * 3_600n + part(4) * 60n + part(5);
  const nanos = seconds * 1_000_000_000n + BigInt(nanosOf(dt[6]));
  return new DaysDuration(dt[1] ? -nanos : nanos);
}

/** The temporal value a text denotes, whichever kind it is (the text behind `@`). */
export function parseTemporal(text: string): Temporal | null {
  if (/^-?P/.test(text)) return parseDuration(text);
  return (
    parseDate(text) ?? (text.includes('T') && !text.startsWith('T') ? parseDateTime(text) : parseTime(text))
  );
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function formatDate({ year, month, day }: FeelDate): string {
  const years = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${years}-${two(month)}-${two(day)}`;
}

function fraction(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
}

function formatZone(zone: Zone): string {
  if (zone === null) return '';
  if ('name' in zone) return `@${zone.name}`;
  if (zone.offset === 0) return 'Z';
  const seconds = Math.abs(zone.offset);
  const tail = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${zone.offset < 0 ? '-' : '+'}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${tail}`;
}

function formatTime(time: FeelTime): string {
  return `${two(time.hour)}:${two(time.minute)}:${two(time.second)}${fraction(time.nanos % 1e9)}${formatZone(time.zone)}`;
}

function formatDays({ nanos }: DaysDuration): string {
  if (nanos === 0n) return 'PT0S';
  const positive = nanos < 0n ? -nanos : nanos;
  const seconds = positive / 1_000_000_000n;
  const part = (amount: bigint, unit: string) => (amount === 0n ? '' : `${amount}${unit}`);
  const rest = fraction(Number(positive % 1_000_000_000n));
  const last = seconds % 60n === 0n && rest === '' ? '' : `${seconds % 60n}${rest}S`;
  const time = part((seconds / 3_600n) % 24n, 'H') + part((seconds / 60n) % 60n, 'M') + last;
  return `${nanos < 0n ? '-' : ''}P${part(seconds / 86_400n, 'D')}${time === '' ? '' : `T${time}`}`;
}

function formatMonths({ months }: MonthsDuration): string {
  if (months === 0) return 'P0M';
  const [years, rest] = [Math.floor(Math.abs(months) / 12), Math.abs(months) % 12];
  return `${months < 0 ? '-' : ''}P${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`;
}

/** ISO 8601 text; a named zone follows `@`. */
export function formatTemporal(value: Temporal): string {
  if (value instanceof FeelDate) return formatDate(value);
  if (value instanceof FeelTime) return formatTime(value);
  if (value instanceof FeelDateTime) return `${formatDate(value.date)}T${formatTime(value.time)}`;
  return value instanceof DaysDuration ? formatDays(value) : formatMonths(value);
}
