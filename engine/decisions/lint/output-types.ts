import { toText } from '../../feel/builtins/conversion.ts';
import { coerce } from '../../feel/types.ts';
import { error, type Fault } from '../problems.ts';
import { answersOf } from './geometry/axis.ts';
import { constantOf, pointsOf } from './geometry/cell.ts';
import { perTable, typeOf } from './rule.ts';

/** An output cell that is a constant is of the type of its output, and among its output values if these are listed. */
export const outputTypes = perTable((table, { definitions }, { runtime }) => {
  const types = runtime.typesOf(definitions.namespace);
  return table.outputs.flatMap(({ name, typeRef, allowed, default: fallback }, column) => {
    const type = typeOf(typeRef, types);
    const cells = table.rules.map(({ outputs }, rule) => [`${rule + 1}`, outputs[column] ?? ''] as const);
    return [...cells, ['default', fallback ?? ''] as const].flatMap(([rule, cell]): Fault[] => {
      const value = cell === '' ? undefined : constantOf(cell);
      if (value === undefined || value === null) return [];
      const of = name === '' ? '' : ` "${name}"`;
      if (coerce(value, type) === undefined) {
        return [
          error('output_type', {
            vi: `Luật ${rule}: kết quả${of} ${toText(value, true)} không thuộc kiểu ${typeRef}.`,
            en: `Rule ${rule}: the output${of} ${toText(value, true)} is not of type ${typeRef}.`,
          }),
        ];
      }
      if (allowed === null || pointsOf(allowed) === null) return [];
      const [isAllowed] = answersOf(allowed, [{ value, low: value, high: value, isPoint: true }]);
      return isAllowed
        ? []
        : [
            error('output_not_allowed', {
              vi: `Luật ${rule}: kết quả${of} ${toText(value, true)} không nằm trong các giá trị đã khai báo: ${allowed}.`,
              en: `Rule ${rule}: the output${of} ${toText(value, true)} is not among the values declared: ${allowed}.`,
            }),
          ];
    });
  });
});
