import { warning } from '../problems.ts';
import { perGeometry } from './per-geometry.ts';

/** A rule with a cell that no allowed input satisfies never matches. */
export const impossibleRules = perGeometry(
  { vi: 'các luật không bao giờ khớp', en: 'rules that never match' },
  (_table, { columns, rules }) =>
    rules.flatMap(({ number, possible }) => {
      const column = possible.findIndex((taken) => taken.length > 0 && !taken.includes(true));
      return column < 0
        ? []
        : [
            warning('rule_never_matches', {
              vi: `Luật ${number} không bao giờ khớp: không giá trị nào của "${columns[column]?.expression}" thỏa mãn ô của nó.`,
              en: `Rule ${number} never matches: no value of "${columns[column]?.expression}" satisfies its cell.`,
            }),
          ];
    }),
);
