import { warning } from '../problems.ts';
import { uncovered } from './geometry/cover.ts';
import { textOf, witnessOf } from './geometry/table.ts';
import { perGeometry } from './per-geometry.ts';

/** More gaps than these are not listed one by one. */
const MOST = 5;
/** Policies that give one result: an input without a rule has none. With the others no rule is an empty answer. */
const SINGLE = ['UNIQUE', 'ANY', 'FIRST', 'PRIORITY'];

/** Inputs that no rule matches, in a table that gives one result and has no default output. Open rules may match them. */
export const gaps = perGeometry(
  { vi: 'các khoảng trống', en: 'gaps' },
  (table, { columns, rules }, budget) => {
    const hasDefault = table.outputs.some(({ default: fallback }) => fallback !== null);
    if (!SINGLE.includes(table.hitPolicy) || hasDefault || table.inputs.length === 0) return [];
    const domain = columns.map(({ pieces }) => pieces.map(() => true));
    const boxes = rules.map(({ possible }) => possible);
    return uncovered(domain, boxes, MOST, budget).map((box) => {
      const first = box.map((taken) => taken.indexOf(true));
      const witness = witnessOf(columns, first);
      const where = textOf(columns, box) || '-';
      return warning(
        'gap',
        {
          vi: `Không luật nào khớp khi ${where}; ví dụ ${JSON.stringify(witness)}.`,
          en: `No rule matches where ${where}; for example ${JSON.stringify(witness)}.`,
        },
        witness,
      );
    });
  },
);
