/** Policies that give one result: UNIQUE, ANY, FIRST. */
import { equals } from '../../feel/compare.ts';
import { weightOf } from '../../feel/weight.ts';
import type { Policy } from './index.ts';

/** At most one rule may match. */
export const unique: Policy = (hits, _, run) => {
  if (hits.count > 1) {
    run.warn(`${hits.count} rules match; the hit policy UNIQUE allows one`);
    return null;
  }
  return hits.count === 0 ? hits.fallback() : hits.combine(hits.values(0));
};

/** Several rules may match if their outputs are equal. */
export const any: Policy = (hits, _, run) => {
  if (hits.count === 0) return hits.fallback();
  const result = hits.combine(hits.values(0));
  run.work(hits.count * weightOf(result));
  for (let i = 1; i < hits.count; i++) {
    if (equals(result, hits.combine(hits.values(i))) !== true) {
      run.warn('Matching rules have different outputs; the hit policy ANY allows that not');
      return null;
    }
  }
  return result;
};

/** The first in the table's order. */
export const first: Policy = (hits) => (hits.count === 0 ? hits.fallback() : hits.combine(hits.values(0)));
