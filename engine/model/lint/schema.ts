import type { Breach } from '../schema.ts';
import { error, type Rule } from './rule.ts';

/** Elements and attributes stand as often as, and hold what, the schema of BPMN says. */
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
  if (breach.kind === 'missing') {
    return error('missing_part', {
      vi: `Phần tử ${breach.owner} phải có ${name}.`,
      en: `A ${breach.owner} must have ${name}.`,
    });
  }
  if (breach.kind === 'exclusive') {
    return error('exclusive_parts', {
      vi: `Chỉ được có một trong hai: ${name} hoặc ${breach.other}.`,
      en: `There may be one of these only: ${name} or ${breach.other}.`,
    });
  }
  const { value, expected } = breach;
  return error('invalid_attribute', {
    vi: `Thuộc tính ${name} là "${value}"; phải là ${expected}.`,
    en: `${name} is "${value}"; it must be ${expected}.`,
  });
}
