import { toText } from '../../feel/builtins/conversion.ts';
import { compileNew } from '../../feel/expression.ts';
import { kindOf } from '../../feel/values.ts';
import { inVietnamese } from '../../feel/vietnamese.ts';
import type { ItemDefinition } from '../model.ts';
import { error, type Fault } from '../problems.ts';
import { basicOf } from './geometry/axis.ts';
import { pointsOf } from './geometry/cell.ts';
import { perFile, perTable, typeOf } from './rule.ts';

/** The values a type allows are of that type (DMN 1.5, 7.3.3). */
export const allowedValues = perFile(({ definitions }, { runtime }) => {
  const types = runtime.typesOf(definitions.namespace);
  const check = (item: ItemDefinition): [null, Fault][] => [
    ...faultsOf(item.name, item.allowedValues, basicOf(typeOf(item.typeRef, types))),
    ...faultsOf(item.name, item.typeConstraint, null),
    ...item.components.flatMap(check),
  ];
  return definitions.itemDefinitions.flatMap(check);
});

/** The values an input of a table may have are of the input's type (DMN 1.5, 8.3.2). */
export const inputValues = perTable(({ inputs }, { definitions }, { runtime }) => {
  const types = runtime.typesOf(definitions.namespace);
  return inputs.flatMap(({ expression, typeRef, allowed }) =>
    faultsOf(expression, allowed, basicOf(typeOf(typeRef, types))).map(([, fault]) => fault),
  );
});

function faultsOf(name: string, tests: string | null, wanted: string | null): [null, Fault][] {
  if (tests === null) return [];
  const { problem } = compileNew(tests, 'unaryTests', { names: [] });
  if (problem !== null) {
    return [
      [
        null,
        error('feel_invalid', {
          vi: `Không đọc được các giá trị cho phép của "${name}", "${tests}": ${inVietnamese(problem)}.`,
          en: `The allowed values of "${name}", "${tests}", cannot be read: ${problem}.`,
        }),
      ],
    ];
  }
  const wrong = wanted && pointsOf(tests)?.find((point) => point !== null && kindOf(point) !== wanted);
  if (wrong === null || wrong === undefined || wrong === '') return [];
  return [
    [
      null,
      error('allowed_value_type', {
        vi: `"${name}" có kiểu ${wanted}, nhưng giá trị cho phép ${toText(wrong, true)} có kiểu ${kindOf(wrong)}.`,
        en: `"${name}" is a ${wanted}, but the allowed value ${toText(wrong, true)} is a ${kindOf(wrong)}.`,
      }),
    ],
  ];
}
