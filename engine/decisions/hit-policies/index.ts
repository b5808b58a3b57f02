/** Hit policies: what the matching rules give together (DMN 1.5, 8.2.8). */
import type { Run, Value } from '../../feel/values.ts';
import type { Aggregation, HitPolicy } from '../model.ts';
import { collect } from './collect.ts';
import { outputOrder, priority } from './priority.ts';
import { any, first, unique } from './single.ts';

/** The rules that match, in the table's order. */
export interface Hits {
  count: number;
  columns: number;
  /** Output values of the i-th matching rule. */
  values(i: number): Value[];
  /** Output values of a column from the most to the least important, as declared. */
  order(column: number): Value[];
  /** Output values as the table's result. */
  combine(values: Value[]): Value;
  /** The default outputs; null if there are none. */
  fallback(): Value;
}

export type Policy = (hits: Hits, aggregation: Aggregation | null, run: Run) => Value;

export const HIT_POLICIES: Record<HitPolicy, Policy> = {
  UNIQUE: unique,
  ANY: any,
  FIRST: first,
  PRIORITY: priority,
  'OUTPUT ORDER': outputOrder,
  'RULE ORDER': collect,
  COLLECT: collect,
};
