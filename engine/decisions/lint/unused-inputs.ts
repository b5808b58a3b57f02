import type { DecisionModel, Reference } from '../model.ts';
import { type Fault, warning } from '../problems.ts';
import { perFile } from './rule.ts';

/** Input data that nothing in the deployment asks for. Expressions see only what is required (DMN 1.5, 6.2.2.1). */
export const unusedInputs = perFile(({ definitions }, { model }) => {
  const used = requiredIn(model);
  return definitions.inputData.flatMap(({ id, name }): [string, Fault][] =>
    used.has(keyOf({ namespace: definitions.namespace, id }))
      ? []
      : [
          [
            id,
            warning('unused_input', {
              vi: `Không quyết định nào cần dữ liệu đầu vào "${name}".`,
              en: `No decision requires the input data "${name}".`,
            }),
          ],
        ],
  );
});

function requiredIn({ definitions }: DecisionModel): Set<string> {
  const required = definitions.flatMap(({ decisions, services }) => [
    ...decisions.flatMap(({ information }) => information),
    ...services.flatMap(({ inputData }) => inputData),
  ]);
  return new Set(required.map(keyOf));
}

function keyOf({ namespace, id }: Reference): string {
  return `${namespace}#${id}`;
}
