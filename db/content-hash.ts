import { createHash } from 'node:crypto';
import type { Json } from '../engine/types.ts';

/** SHA-256 of JSON, hex, whatever the order of its fields: the database keeps none. What a signature names. */
export const hashOf = (content: Json): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex');

function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, ordered(part)]),
  );
}
