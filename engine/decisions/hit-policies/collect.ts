/** Policies that give all results in the table's order: COLLECT, with its aggregations, and RULE ORDER. */

import { BUILTINS } from '../../feel/builtins/index.ts';
import { callNamed } from '../../feel/interpret/call.ts';
import type { Policy } from './index.ts';

const FUNCTIONS = { SUM: 'sum', MIN: 'min', MAX: 'max', COUNT: 'count' } as const;

export const collect: Policy = (hits, aggregation, run) => {
  if (hits.count === 0) {
    const fallback = hits.fallback();
    if (fallback !== null || aggregation !== 'COUNT') return fallback;
  }
  const results = Array.from({ length: hits.count }, (_, i) => hits.combine(hits.values(i)));
  if (aggregation === null) return results;
  if (hits.columns > 1) {
    run.warn('An aggregation wants a table with one output');
    return null;
  }
  return callNamed(BUILTINS.get(FUNCTIONS[aggregation]) ?? null, { list: results }, run);
};
