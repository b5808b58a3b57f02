/** FEEL's temporal values. All are immutable; none reads a clock. */
import { FeelObject } from '../object.ts';
import { daysFromCivil } from './calendar.ts';
import { offsetOfLocal } from './zones.ts';

export const NANOS_PER_SECOND = 1_000_000_000n;
export const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;
const NANOS_PER_MILLI = 1_000_000n;

/** A zone: fixed seconds east of UTC, or a name of the IANA database; null is a local time. */
export type Zone = { offset: number } | { name: string } | null;

export class FeelDate extends FeelObject {
  readonly kind = 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(year: number, month: number, day: number) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** Days since 1970-01-01. */
  get days(): number {
    return daysFromCivil(this.year, this.month, this.day);
  }
}

export class FeelTime extends FeelObject {
  readonly kind = 'time';
  /** Nanoseconds since midnight, below 24 hours. */
  readonly nanos: number;
  readonly zone: Zone;

  constructor(nanos: number, zone: Zone) {
    super();
    this.nanos = nanos;
    this.zone = zone;
  }

  get hour(): number {
    return Math.floor(this.nanos / 3_600e9);
  }

  get minute(): number {
    return Math.floor(this.nanos / 60e9) % 60;
  }

  /** Whole second within the minute. */
  get second(): number {
    return Math.floor(this.nanos / 1e9) % 60;
  }

  /** Seconds east of UTC (a named zone as on 1970-01-01); null for a local time. */
  get offset(): number | null {
    return offsetOf(this.zone, Math.floor(this.nanos / 1e9));
  }

  /** Milliseconds since midnight in UTC; a local time counts as UTC. FEEL compares times to the millisecond. */
  get comparable(): number {
    return Math.floor(this.nanos / 1e6) - (this.offset ?? 0) * 1000;
  }
}

export class FeelDateTime extends FeelObject {
  readonly kind = 'date and time';
  readonly date: FeelDate;
  readonly time: FeelTime;

  constructor(date: FeelDate, time: FeelTime) {
    super();
    this.date = date;
    this.time = time;
  }

  get zone(): Zone {
    return this.time.zone;
  }

  /** Seconds east of UTC at this moment; null for a local one. */
  get offset(): number | null {
    return offsetOf(this.zone, this.date.days * 86_400 + Math.floor(this.time.nanos / 1e9));
  }

  /** Nanoseconds of the wall clock since 1970-01-01T00:00:00. */
  get localNanos(): bigint {
    return BigInt(this.date.days) * NANOS_PER_DAY + BigInt(this.time.nanos);
  }

  /** Nanoseconds since the epoch; a local one counts as UTC. */
  get epochNanos(): bigint {
    return this.localNanos - BigInt(this.offset ?? 0) * NANOS_PER_SECOND;
  }

  /** Milliseconds since the epoch. FEEL compares to the millisecond. */
  get comparable(): bigint {
    const nanos = this.epochNanos;
    return nanos / NANOS_PER_MILLI - (nanos % NANOS_PER_MILLI < 0n ? 1n : 0n);
  }
}

/** Days and time duration. */
export class DaysDuration extends FeelObject {
  readonly kind = 'days and time duration';
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    super();
    this.nanos = nanos;
  }
}

/** Years and months duration. */
export class MonthsDuration extends FeelObject {
  readonly kind = 'years and months duration';
  readonly months: number;

  constructor(months: number) {
    super();
    this.months = months;
  }
}

export type Temporal = FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration;

function offsetOf(zone: Zone, localSeconds: number): number | null {
  if (zone === null) return null;
  return 'offset' in zone ? zone.offset : offsetOfLocal(zone.name, localSeconds);
}
