import type { DecisionTable } from '../model.ts';
import { error, type Fault } from '../problems.ts';
import { intersection } from './geometry/cover.ts';
import { type Geometry, witnessOf } from './geometry/table.ts';
import { outputsOf } from './outputs.ts';
import { perGeometry } from './per-geometry.ts';

/**
 * Rules that match the same input where the hit policy forbids it: under UNIQUE always, under ANY if their outputs differ
 * (DMN 1.5, 8.2.8). Outputs that are no constants may well be equal and are not compared.
 */
export const overlaps = perGeometry(
  { vi: 'các luật chồng nhau', en: 'overlapping rules' },
  (table, geometry, budget) => {
    if (table.hitPolicy !== 'UNIQUE' && table.hitPolicy !== 'ANY') return [];
    const rules = geometry.rules.filter(({ isOpen }) => !isOpen);
    return rules.flatMap((rule, i): Fault[] => {
      const conflicts = rules.slice(0, i).flatMap((earlier) => {
        if (table.hitPolicy === 'ANY' && !differ(table, earlier.number, rule.number)) return [];
        const common = intersection(earlier.box, rule.box, budget);
        return common === null ? [] : [{ number: earlier.number, common }];
      });
      const [first] = conflicts;
      return first === undefined
        ? []
        : [
            conflict(
              table,
              rule.number,
              conflicts.map(({ number }) => number),
              geometry,
              first.common,
            ),
          ];
    });
  },
);

function conflict(
  { hitPolicy }: DecisionTable,
  rule: number,
  others: number[],
  { columns }: Geometry,
  common: number[],
): Fault {
  const witness = witnessOf(columns, common);
  const input = JSON.stringify(witness);
  return error(
    'overlapping_rules',
    hitPolicy === 'UNIQUE'
      ? {
          vi: `Luật ${rule} cùng khớp với luật ${others.join(', ')}, ví dụ khi ${input}; UNIQUE chỉ cho phép một luật khớp.`,
          en: `Rule ${rule} matches together with rule ${others.join(', ')}, for example for ${input}; UNIQUE allows one rule to match.`,
        }
      : {
          vi: `Luật ${rule} cùng khớp với luật ${others.join(', ')} mà kết quả khác nhau, ví dụ khi ${input}; ANY đòi hỏi kết quả như nhau.`,
          en: `Rule ${rule} matches together with rule ${others.join(', ')} and gives another output, for example for ${input}; ANY wants equal outputs.`,
        },
    witness,
  );
}

function differ(table: DecisionTable, a: number, b: number): boolean {
  const [first, second] = [outputsOf(table, a), outputsOf(table, b)];
  return first !== null && second !== null && first.text !== second.text;
}
