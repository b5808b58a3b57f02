/** Policies that follow the order of the declared output values: PRIORITY, OUTPUT ORDER. */
import { equals } from '../../feel/compare.ts';
import type { Value } from '../../feel/values.ts';
import type { Hits, Policy } from './index.ts';

/** Matching rules by the rank of their outputs, column by column; equal ranks keep the table's order. */
function ranked(hits: Hits): Value[][] {
  const orders = Array.from({ length: hits.columns }, (_, column) => hits.order(column));
  const rank = (values: Value[]) =>
    orders.map((order, column) => {
      const at = order.findIndex((value) => equals(value, values[column] ?? null) === true);
      return at < 0 ? order.length : at;
    });
  return Array.from({ length: hits.count }, (_, i) => hits.values(i))
    .map((values) => ({ values, rank: rank(values) }))
    .sort((a, b) => {
      const column = a.rank.findIndex((value, i) => value !== b.rank[i]);
      return column < 0 ? 0 : (a.rank[column] ?? 0) - (b.rank[column] ?? 0);
    })
    .map(({ values }) => values);
}

/** The matching rule of the highest priority. */
export const priority: Policy = (hits) => {
  const [best] = ranked(hits);
  return best === undefined ? hits.fallback() : hits.combine(best);
};

/** All matching rules, the highest priority first. */
export const outputOrder: Policy = (hits) =>
  hits.count === 0 ? hits.fallback() : ranked(hits).map((values) => hits.combine(values));
