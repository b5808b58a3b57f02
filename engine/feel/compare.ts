/** Order and equality of values (DMN 1.5, tables 42, 43 and 53). */
import { compare as compareNumbers, isNumber } from './decimal.ts';
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './temporal/values.ts';
import { FeelFunction, FeelRange, isContext, type Value } from './values.ts';

/** Negative, 0 or positive; null if the two have no order: different types, or a type without one. */
export function compareValues(a: Value | undefined, b: Value | undefined): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) : null;
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : null;
  if (a instanceof FeelDate) return b instanceof FeelDate ? a.days - b.days : null;
  if (a instanceof FeelTime) return b instanceof FeelTime ? a.comparable - b.comparable : null;
  if (a instanceof FeelDateTime) return b instanceof FeelDateTime ? order(a.comparable, b.comparable) : null;
  if (a instanceof DaysDuration) return b instanceof DaysDuration ? order(a.nanos, b.nanos) : null;
  return a instanceof MonthsDuration && b instanceof MonthsDuration ? a.months - b.months : null;
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By code point, not by UTF-16 unit. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i))
      return (a.codePointAt(i) as number) - (b.codePointAt(i) as number);
  }
  return a.length - b.length;
}

/** Equality; null if the types differ. null equals null and nothing else. */
export function equals(a: Value, b: Value): boolean | null {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const byOrder = compareValues(a, b);
  if (byOrder !== null) return byOrder === 0;
  if (typeof a === 'boolean') return typeof b === 'boolean' ? a === b : null;
  if (Array.isArray(a)) return Array.isArray(b) ? listsEqual(a, b) : null;
  if (a instanceof FeelRange) return b instanceof FeelRange ? rangesEqual(a, b) : null;
  if (a instanceof FeelFunction) return b instanceof FeelFunction ? a === b : null;
  if (!isContext(a) || !isContext(b)) return null;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equals(a[key] ?? null, b[key] ?? null) === true);
}

function listsEqual(a: Value[], b: Value[]): boolean {
  return a.length === b.length && a.every((item, i) => equals(item, b[i] ?? null) === true);
}

function rangesEqual(a: FeelRange, b: FeelRange): boolean {
  const ends = (x: Value | undefined, y: Value | undefined) =>
    x === undefined || y === undefined ? x === y : equals(x, y) === true;
  return (
    a.equality === b.equality &&
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded &&
    ends(a.start, b.start) &&
    ends(a.end, b.end)
  );
}

/** Whether the range holds the value; null if they cannot be compared or an end is null. */
export function rangeIncludes(range: FeelRange, value: Value): boolean | null {
  if (value === null || (range.start === undefined && range.end === undefined)) return null;
  let low = true;
  let high = true;
  if (range.start !== undefined) {
    const c = compareValues(value, range.start);
    if (c === null) return null;
    low = range.startIncluded ? c >= 0 : c > 0;
  }
  if (range.end !== undefined) {
    const c = compareValues(value, range.end);
    if (c === null) return null;
    high = range.endIncluded ? c <= 0 : c < 0;
  }
  return low && high;
}
