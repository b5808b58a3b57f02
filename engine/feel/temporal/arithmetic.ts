/** Arithmetic of temporal values (DMN 1.5, tables 57 to 59). null where the standard has no meaning for it. */
import {
  divide,
  type FeelNumber,
  fromBigInt,
  isNumber,
  multiply,
  round,
  toBigInt,
  toInteger,
} from '../decimal.ts';
import { daysInMonth, MAX_YEAR } from './calendar.ts';
import { dateFromDays } from './text.ts';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  NANOS_PER_DAY,
  NANOS_PER_SECOND,
  type Temporal,
} from './values.ts';
import { offsetOfInstant } from './zones.ts';

/** Floor division of nanoseconds into days and the rest. */
function splitDays(nanos: bigint): { days: number; rest: number } {
  const rest = ((nanos % NANOS_PER_DAY) + NANOS_PER_DAY) % NANOS_PER_DAY;
  return { days: Number((nanos - rest) / NANOS_PER_DAY), rest: Number(rest) };
}

/** The same day `months` later; a day the month has not becomes its last. */
export function addMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  if (!Number.isSafeInteger(total) || Math.abs(year) > MAX_YEAR) return null;
  return new FeelDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}

function plusDuration(value: Temporal, nanos: bigint): Temporal | null {
  if (value instanceof FeelTime) return new FeelTime(splitDays(BigInt(value.nanos) + nanos).rest, value.zone);
  if (value instanceof FeelDate)
    return dateFromDays(splitDays(BigInt(value.days) * NANOS_PER_DAY + nanos).days);
  if (value instanceof DaysDuration) return new DaysDuration(value.nanos + nanos);
  if (!(value instanceof FeelDateTime)) return null;
  const { days, rest } = splitDays(later(value, nanos));
  const date = dateFromDays(days);
  return date === null ? null : new FeelDateTime(date, new FeelTime(rest, value.zone));
}

/** The local nanoseconds so long after: the clocks of a named zone may have been put forward or back in between. */
function later(value: FeelDateTime, nanos: bigint): bigint {
  const { zone } = value;
  if (zone === null || !('name' in zone)) return value.localNanos + nanos;
  const epoch = value.epochNanos + nanos;
  return epoch + BigInt(offsetOfInstant(zone.name, Number(epoch / NANOS_PER_SECOND))) * NANOS_PER_SECOND;
}

function plusMonths(value: Temporal, months: number): Temporal | null {
  if (value instanceof FeelDate) return addMonths(value, months);
  if (value instanceof MonthsDuration) return makeMonths(value.months + months);
  if (!(value instanceof FeelDateTime)) return null;
  const date = addMonths(value.date, months);
  return date === null ? null : new FeelDateTime(date, value.time);
}

function makeMonths(months: number): MonthsDuration | null {
  return Number.isSafeInteger(months) ? new MonthsDuration(months === 0 ? 0 : months) : null;
}

export function addTemporal(a: Temporal, b: Temporal): Temporal | null {
  if (b instanceof DaysDuration) return plusDuration(a, b.nanos);
  if (b instanceof MonthsDuration) return plusMonths(a, b.months);
  return a instanceof DaysDuration || a instanceof MonthsDuration ? addTemporal(b, a) : null;
}

export function subtractTemporal(a: Temporal, b: Temporal): Temporal | null {
  if (b instanceof DaysDuration) return plusDuration(a, -b.nanos);
  if (b instanceof MonthsDuration) return plusMonths(a, -b.months);
  if (a instanceof FeelTime && b instanceof FeelTime) {
    if ((a.zone === null) !== (b.zone === null)) return null;
    return new DaysDuration(BigInt(a.nanos - b.nanos - ((a.offset ?? 0) - (b.offset ?? 0)) * 1e9));
  }
  const from = asDateTime(a);
  const to = asDateTime(b);
  // A date stands for its midnight in UTC; a local moment has no distance to a zoned one.
  if (from === null || to === null || (from.zone === null) !== (to.zone === null)) return null;
  return new DaysDuration(from.epochNanos - to.epochNanos);
}

/** A date as midnight in UTC; a date and time as it is. */
export function asDateTime(value: unknown): FeelDateTime | null {
  if (value instanceof FeelDate) return new FeelDateTime(value, new FeelTime(0, { offset: 0 }));
  return value instanceof FeelDateTime ? value : null;
}

export function negateTemporal(value: Temporal): Temporal | null {
  if (value instanceof DaysDuration) return new DaysDuration(-value.nanos);
  return value instanceof MonthsDuration ? makeMonths(-value.months) : null;
}

/** Duration × number; a result between two units is cut toward zero. */
export function multiplyDuration(value: Temporal, factor: FeelNumber): Temporal | null {
  return scale(value, (amount) => multiply(amount, factor));
}

/** Duration ÷ number gives a duration, duration ÷ duration of the same kind a number. */
export function divideDuration(
  value: Temporal,
  divisor: Temporal | FeelNumber,
): Temporal | FeelNumber | null {
  if (isNumber(divisor)) return scale(value, (amount) => divide(amount, divisor));
  const a = amountOf(value);
  const b = amountOf(divisor);
  return a === null || b === null || value.kind !== divisor.kind ? null : divide(a, b);
}

function amountOf(value: Temporal): FeelNumber | null {
  if (value instanceof DaysDuration) return fromBigInt(value.nanos);
  return value instanceof MonthsDuration ? value.months : null;
}

function scale(value: Temporal, by: (amount: FeelNumber) => FeelNumber | null): Temporal | null {
  const amount = amountOf(value);
  const scaled = amount === null ? null : by(amount);
  if (scaled === null) return null;
  if (value instanceof DaysDuration) return new DaysDuration(toBigInt(scaled));
  const whole = round(scaled, 0, 'down');
  const months = whole === null ? null : toInteger(whole);
  return months === null ? null : makeMonths(months);
}
