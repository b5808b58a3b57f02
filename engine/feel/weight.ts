import type { Value } from './values.ts';
import { FeelObject } from './values.ts';

const known = new WeakMap<object, number>();

/**
 * How many values one walks over to see all of a value; 100 characters count as one. Parts that are shared count wherever
 * they are reached: `{a: [1, 2], b: [a, a], c: [b, b], …}` doubles with each entry, without growing in memory.
 */
export function weightOf(value: Value): number {
  if (typeof value === 'string') return 1 + value.length / 100;
  if (typeof value !== 'object' || value === null || value instanceof FeelObject) return 1;
  const weighed = known.get(value);
  if (weighed !== undefined) return weighed;
  let weight = 1;
  for (const part of Array.isArray(value) ? value : Object.values(value)) weight += weightOf(part);
  known.set(value, weight);
  return weight;
}
