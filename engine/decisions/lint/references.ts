import type { Definitions } from '../model.ts';
import { error, type Fault } from '../problems.ts';
import { referenceTo } from '../read/definitions.ts';
import type { XmlElement } from '../read/xml.ts';
import type { Runtime } from '../runtime.ts';
import { perFile } from './rule.ts';

type Kind = NonNullable<ReturnType<Runtime['resolve']>>['kind'];

/** What each reference may lead to (DMN 1.5, tables 5 to 10). */
const TARGETS: Record<string, Kind[]> = {
  requiredInput: ['input'],
  requiredDecision: ['decision'],
  requiredKnowledge: ['knowledge', 'service'],
  outputDecision: ['decision'],
  encapsulatedDecision: ['decision'],
  inputDecision: ['decision'],
  inputData: ['input'],
};

/** A reference leads to an element of the right kind, in this file or in one that it imports. */
export const references = perFile(({ root, definitions }, { runtime }) => {
  const found: [string | null, Fault][] = [];
  const visit = (element: XmlElement, owner: string | null): void => {
    const place = element.attributes.id ?? owner;
    const fault = check(element, definitions, runtime);
    if (fault !== null) found.push([owner, fault]);
    for (const part of element.children) visit(part, inner(element) ? owner : place);
  };
  visit(root, null);
  return found;
});

/** A requirement is told of by what requires, not by its own id. */
function inner({ name }: XmlElement): boolean {
  return name.endsWith('Requirement');
}

function check(element: XmlElement, definitions: Definitions, runtime: Runtime): Fault | null {
  const kinds = Object.hasOwn(TARGETS, element.name) ? TARGETS[element.name] : undefined;
  const { href } = element.attributes;
  if (kinds === undefined || href === undefined) return null;
  const node = runtime.resolve(referenceTo(href, definitions.namespace));
  if (node === undefined) {
    return error('unresolved_reference', {
      vi: `Tham chiếu "${href}" không dẫn tới phần tử nào trong lần triển khai này.`,
      en: `The reference "${href}" leads to no element of this deployment.`,
    });
  }
  if (kinds.includes(node.kind)) return null;
  return error('wrong_reference', {
    vi: `Tham chiếu "${href}" (${element.name}) dẫn tới sai loại phần tử: "${node.element.name}".`,
    en: `The reference "${href}" (${element.name}) leads to the wrong kind of element: "${node.element.name}".`,
  });
}
