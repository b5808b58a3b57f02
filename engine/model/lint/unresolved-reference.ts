import type { Rule } from './rule.ts';

/**
 * Properties whose target nothing that runs asks for, and which editors leave dangling: diagrams, types, operations of
 * services, categories, what flows say themselves.
 */
const unimportant =
  /^(bpmndi:|bpmn:(structureRef|categoryValueRef|operationRef|partitionElementRef|definitionalCollaborationRef|incoming|outgoing)$)/;

/** A reference leads to an element of the file. */
export const unresolvedReference: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { warnings }]) =>
    warnings.flatMap(({ message, element, property, value }) => {
      if (!message.startsWith('unresolved reference')) return [];
      // With a prefix it leads into another file, which may well be there.
      const foreign = value?.includes(':') ?? false;
      const harmless = foreign || unimportant.test(property ?? '');
      return {
        code: 'unresolved_reference',
        severity: harmless ? ('warning' as const) : ('error' as const),
        file,
        element,
        message: {
          vi: `Thuộc tính ${nameOf(property)} trỏ tới "${value}" nhưng trong tệp không có phần tử nào như vậy.`,
          en: `${nameOf(property)} refers to "${value}", but the file has no such element.`,
        },
      };
    }),
  );

function nameOf(property: string | null): string {
  return property?.replace(/^\w+:/, '') ?? '';
}
