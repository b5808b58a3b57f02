/** The ordered types as lines: which values lie below, between and above the values that the cells of a column name. */
import { add, compare, divide, type FeelNumber, round, subtract } from '../../../feel/decimal.ts';
import { addTemporal } from '../../../feel/temporal/arithmetic.ts';
import { dateFromDays, makeDate } from '../../../feel/temporal/text.ts';
import {
  DaysDuration,
  type FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  NANOS_PER_DAY,
} from '../../../feel/temporal/values.ts';
import type { Value } from '../../../feel/values.ts';

/** Values beside the given ones; null where the type has none. */
export interface Line<T extends Value> {
  /** A value for a column in which no cell names one. */
  any: T;
  below(point: T): T | null;
  between(low: T, high: T): T | null;
  above(point: T): T | null;
}

const NANOS_PER_TICK = 1_000_000n;

const numbers: Line<FeelNumber> = {
  any: 0,
  below: (point) => subtract(point, 1),
  above: (point) => add(point, 1),
  between(low, high) {
    const half = divide(add(low, high) ?? 0, 2);
    const whole = half === null ? null : round(half, 0, 'half_even');
    // A whole number reads better, where one lies between.
    const inside = whole !== null && compare(low, whole) < 0 && compare(whole, high) < 0;
    return inside ? whole : half;
  },
};

/** Between two texts lie those that begin with the first and go on. */
const strings: Line<string> = {
  any: '',
  below: (point) => (point === '' ? null : ''),
  above: (point) => `${point}~`,
  between: (low, high) => [`${low}~`, `${low} `, `${low}\u0000`].find((text) => text < high) ?? null,
};

const dates: Line<FeelDate> = {
  any: makeDate(2026, 1, 1) as FeelDate,
  below: (point) => dateFromDays(point.days - 1),
  above: (point) => dateFromDays(point.days + 1),
  between: (low, high) => (high.days - low.days > 1 ? dateFromDays(low.days + 1) : null),
};

const times: Line<FeelTime> = {
  any: new FeelTime(0, null),
  below: (point) => (point.comparable > 0 ? new FeelTime(0, { offset: 0 }) : null),
  above: (point) => (point.comparable < 86_399_999 ? new FeelTime(86_399_999e6, { offset: 0 }) : null),
  between: (low, high) =>
    high.comparable - low.comparable > 1 ? new FeelTime(low.nanos + 1e6, low.zone) : null,
};

const moments: Line<FeelDateTime> = {
  any: new FeelDateTime(dates.any, new FeelTime(0, { offset: 0 })),
  below: (point) => later(point, -NANOS_PER_DAY),
  above: (point) => later(point, NANOS_PER_DAY),
  between: (low, high) => {
    const ticks = high.comparable - low.comparable;
    return ticks > 1n ? later(low, (ticks / 2n) * NANOS_PER_TICK) : null;
  },
};

function later(moment: FeelDateTime, nanos: bigint): FeelDateTime | null {
  const sum = addTemporal(moment, new DaysDuration(nanos));
  return sum instanceof FeelDateTime ? sum : null;
}

const days: Line<DaysDuration> = {
  any: new DaysDuration(0n),
  below: ({ nanos }) => new DaysDuration(nanos - NANOS_PER_DAY),
  above: ({ nanos }) => new DaysDuration(nanos + NANOS_PER_DAY),
  between: (low, high) =>
    high.nanos - low.nanos > 1n ? new DaysDuration((low.nanos + high.nanos) / 2n) : null,
};

const months: Line<MonthsDuration> = {
  any: new MonthsDuration(0),
  below: (point) => new MonthsDuration(point.months - 1),
  above: (point) => new MonthsDuration(point.months + 1),
  between: (low, high) => (high.months - low.months > 1 ? new MonthsDuration(low.months + 1) : null),
};

/** By FEEL's name of the type; each is asked for values of its own type only. */
export const LINES: ReadonlyMap<string, Line<Value>> = new Map(
  Object.entries({
    number: numbers,
    string: strings,
    date: dates,
    time: times,
    'date and time': moments,
    'days and time duration': days,
    'years and months duration': months,
  } as Record<string, unknown>),
) as Map<string, Line<Value>>;
