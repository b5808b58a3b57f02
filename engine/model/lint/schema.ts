import type { Breach } from '../schema.ts';
import { error, type Rule } from './rule.ts';

/** Elements stand as often, and attributes hold what, the schema of BPMN says. */
export const schema: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { breaches }]) =>
    breaches.map((breach) => ({ ...tell(breach), file, element: breach.element })),
  );

function tell(breach: Breach) {
  const { name } = breach;
  if (breach.kind === 'repeated') {
    return error('repeated_element', {
      vi: `Phần tử chỉ được có một ${name}, nhưng tệp ghi nhiều hơn một.`,
      en: `The element may have one ${name}; the file has more than one.`,
    });
  }
  const { value, expected } = breach;
  return error('invalid_attribute', {
    vi: `Thuộc tính ${name} là "${value}"; phải là ${expected}.`,
    en: `${name} is "${value}"; it must be ${expected}.`,
  });
}
