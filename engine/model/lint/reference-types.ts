import { type ModdleElement, referencesOf, within } from '../moddle.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Ends of flows, hosts and default flows: rules of their own say what is wrong with them. */
const toldElsewhere = ['sourceRef', 'targetRef', 'attachedToRef', 'default', 'incoming', 'outgoing'];

/** A reference leads to an element of the kind that its place asks for: a `messageRef` to a message. */
export const referenceTypes: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    within(root).flatMap((element) => wrongIn(element).map((problem) => ({ ...problem, file }))),
  );

function wrongIn(element: ModdleElement): Omit<Problem, 'file'>[] {
  return referencesOf(element).flatMap(({ property, type, target, fits }) => {
    if (fits || toldElsewhere.includes(property)) return [];
    const [wanted, found] = [type, target.$type].map((name) => name.replace('bpmn:', ''));
    return {
      code: 'wrong_reference',
      severity: 'error' as const,
      element: ownerOf(element),
      message: {
        vi: `Thuộc tính ${property} phải trỏ tới một ${wanted}, nhưng "${target.id}" là ${found}.`,
        en: `${property} must refer to a ${wanted}, but "${target.id}" is a ${found}.`,
      },
    };
  });
}

/** What one can point at in the diagram: event definitions and loops have no ids of their own, or nobody knows them. */
function ownerOf(element: ModdleElement): string | null {
  const isPart =
    /(Definition|Characteristics)$/.test(element.$type) && element.$parent?.$type !== 'bpmn:Definitions';
  return isPart && element.$parent ? ownerOf(element.$parent) : (element.id ?? null);
}
