import { type ModdleElement, referencesOf, within } from '../moddle.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Ends of flows, hosts and default flows: rules of their own say what is wrong with them. */
const toldElsewhere = ['attachedToRef', 'default', 'incoming', 'outgoing'];
const isEnd = ({ $type }: ModdleElement, property: string) =>
  ['bpmn:SequenceFlow', 'bpmn:MessageFlow'].includes($type) && ['sourceRef', 'targetRef'].includes(property);

/** The metamodel says a set of data, the name says data (BPMN 2.0.2, table 10.61), and models write either. */
const alsoFits: Record<string, string> = {
  inputDataRef: 'bpmn:DataInput',
  outputDataRef: 'bpmn:DataOutput',
};

/** A reference leads to an element of the kind that its place asks for: a `messageRef` to a message. */
export const referenceTypes: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    within(root).flatMap((element) => wrongIn(element).map((problem) => ({ ...problem, file }))),
  );

function wrongIn(element: ModdleElement): Omit<Problem, 'file'>[] {
  return referencesOf(element).flatMap(({ property, type, target, fits }) => {
    if (fits || target.$type === alsoFits[property]) return [];
    if (toldElsewhere.includes(property) || isEnd(element, property)) return [];
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
    element.id === undefined ||
    (/(Definition|Characteristics)$/.test(element.$type) && element.$parent?.$type !== 'bpmn:Definitions');
  return isPart && element.$parent ? ownerOf(element.$parent) : (element.id ?? null);
}
