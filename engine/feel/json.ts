/** FEEL values <-> JSON. */
import type { Json } from '../types.ts';
import { Decimal, toDouble } from './decimal.ts';
import { MAX_WORK, TooMuchWork } from './interpret/scope.ts';
import { formatTemporal } from './temporal/text.ts';
import { isContext, isTemporal, type Value } from './values.ts';
import { weightOf } from './weight.ts';

/** Depth beyond which a value is no variable any more. */
const MAX_DEPTH = 100;

/**
 * A value as plain JSON: temporal values as ISO 8601 text, a number as the nearest double, ranges and functions as null.
 * Throws `TooMuchWork` for a value that would be written too large.
 */
export function toJson(value: Value): Json {
  if (weightOf(value) > MAX_WORK) throw new TooMuchWork('The value is too large');
  return written(value, 0);
}

function written(value: Value, depth: number): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Decimal) {
    const double = toDouble(value);
    return Number.isFinite(double) ? double : null;
  }
  if (isTemporal(value)) return formatTemporal(value);
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => written(item, depth + 1));
  if (!isContext(value)) return null;
  const entries = Object.entries(value).map(([key, entry]): [string, Json] => [
    key,
    written(entry, depth + 1),
  ]);
  return Object.fromEntries(entries);
}
