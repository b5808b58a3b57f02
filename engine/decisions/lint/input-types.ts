import { toText } from '../../feel/builtins/conversion.ts';
import { kindOf } from '../../feel/values.ts';
import { error } from '../problems.ts';
import { basicOf } from './geometry/axis.ts';
import { pointsOf } from './geometry/cell.ts';
import { testsOf } from './geometry/table.ts';
import { perTable, typeOf } from './rule.ts';

/** An input cell names values of the type that its input has. */
export const inputTypes = perTable((table, { definitions }, { runtime }) => {
  const types = runtime.typesOf(definitions.namespace);
  return table.inputs.flatMap(({ expression, typeRef }, column) => {
    const wanted = basicOf(typeOf(typeRef, types));
    if (wanted === null) return [];
    return table.rules.flatMap(({ inputs }, rule) => {
      const wrong = pointsOf(testsOf(inputs[column]))?.find(
        (point) => point !== null && kindOf(point) !== wanted,
      );
      return wrong === undefined
        ? []
        : [
            error('cell_type', {
              vi: `Luật ${rule + 1}: "${expression}" có kiểu ${wanted}, nhưng ô so sánh với ${toText(wrong, true)} (${kindOf(wrong)}).`,
              en: `Rule ${rule + 1}: "${expression}" is a ${wanted}, but the cell compares it with ${toText(wrong, true)} (${kindOf(wrong)}).`,
            }),
          ];
    });
  });
});
