/** Properties of temporal values (DMN 1.5, table 62). */
import type { Value } from '../values.ts';
import { weekday } from './calendar.ts';
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration, type Temporal } from './values.ts';

function ofDate(date: FeelDate, name: string): Value | undefined {
  switch (name) {
    case 'year':
      return date.year;
    case 'month':
      return date.month;
    case 'day':
      return date.day;
    case 'weekday':
      return weekday(date.days);
    default:
      return undefined;
  }
}

function ofTime(time: FeelTime, offset: number | null, name: string): Value | undefined {
  switch (name) {
    case 'hour':
      return time.hour;
    case 'minute':
      return time.minute;
    case 'second':
      return time.second;
    case 'time offset':
      return offset === null ? null : new DaysDuration(BigInt(offset) * 1_000_000_000n);
    case 'timezone':
      return time.zone !== null && 'name' in time.zone ? time.zone.name : null;
    default:
      return undefined;
  }
}

function ofDays(nanos: bigint, name: string): Value | undefined {
  // Truncation keeps the sign on each part, as the standard wants.
  const seconds = nanos / 1_000_000_000n;
  switch (name) {
    case 'days':
      return Number(seconds / 86_400n);
    case 'hours':
      return Number((seconds / 3_600n) % 24n);
    case 'minutes':
      return Number((seconds / 60n) % 60n);
    case 'seconds':
      return Number(seconds % 60n);
    default:
      return undefined;
  }
}

function ofMonths(months: number, name: string): Value | undefined {
  if (name === 'years') return Math.trunc(months / 12);
  return name === 'months' ? months % 12 : undefined;
}

/** A property by name; undefined if the value has none of that name. */
export function temporalProperty(value: Temporal, name: string): Value | undefined {
  if (value instanceof FeelDate) return ofDate(value, name);
  if (value instanceof FeelTime) return ofTime(value, value.offset, name);
  if (value instanceof FeelDateTime)
    return ofDate(value.date, name) ?? ofTime(value.time, value.offset, name);
  if (value instanceof DaysDuration) return ofDays(value.nanos, name);
  return value instanceof MonthsDuration ? ofMonths(value.months, name) : undefined;
}
