import { equals } from '../../feel/compare.ts';
import type { Value } from '../../feel/values.ts';
import type { DecisionTable } from '../model.ts';
import { warning } from '../problems.ts';
import { constantOf } from './geometry/cell.ts';
import { uncovered } from './geometry/cover.ts';
import { outputsOf } from './outputs.ts';
import { perGeometry } from './per-geometry.ts';

/** Rules that never decide: wherever they match, one before them (FIRST) or of higher priority (PRIORITY) does too. */
export const maskedRules = perGeometry(
  { vi: 'các luật không bao giờ được chọn', en: 'rules that never decide' },
  (table, { rules }, budget) => {
    const wins = winner(table);
    if (wins === null) return [];
    return rules.flatMap((rule) => {
      if (rule.isOpen || rule.box.some((taken) => !taken.includes(true))) return [];
      const stronger = rules.filter(
        (other) => other !== rule && !other.isOpen && wins(other.number, rule.number),
      );
      const isMasked =
        stronger.length > 0 &&
        uncovered(
          rule.box,
          stronger.map(({ box }) => box),
          1,
          budget,
        ).length === 0;
      return isMasked
        ? [
            warning('masked_rule', {
              vi: `Luật ${rule.number} không bao giờ được chọn: mọi trường hợp của nó đã thuộc về luật khác.`,
              en: `Rule ${rule.number} never decides: other rules take all its cases.`,
            }),
          ]
        : [];
    });
  },
);

/** Whether rule `a` is taken before rule `b` where both match; null if the policy takes all. */
function winner(table: DecisionTable): ((a: number, b: number) => boolean) | null {
  if (table.hitPolicy === 'FIRST') return (a, b) => a < b;
  if (table.hitPolicy !== 'PRIORITY') return null;
  const orders = table.outputs.map(({ allowed }) => {
    const order = allowed === null ? undefined : constantOf(`[${allowed}]`);
    return Array.isArray(order) ? order : [];
  });
  const ranks = table.rules.map((_, i) =>
    outputsOf(table, i + 1)?.values.map((value, column) => rank(orders[column] ?? [], value)),
  );
  return (a, b) => {
    const [own, other] = [ranks[a - 1], ranks[b - 1]];
    if (own === undefined || other === undefined) return false;
    const column = own.findIndex((place, i) => place !== other[i]);
    return column < 0 ? a < b : (own[column] ?? 0) < (other[column] ?? 0);
  };
}

function rank(order: Value[], value: Value): number {
  const place = order.findIndex((candidate) => equals(candidate, value) === true);
  return place < 0 ? order.length : place;
}
