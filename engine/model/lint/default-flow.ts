import { error, perNode, type Rule } from './rule.ts';

/** The default flow is one of the element's own outgoing flows (BPMN 2.0.2, 8.3.13). */
export const defaultFlow: Rule = perNode((node) => {
  if (node.default === undefined || node.outgoing.includes(node.default)) return [];
  return [
    error('default_not_outgoing', {
      vi: `Luồng mặc định "${node.default}" không đi ra từ phần tử này.`,
      en: `The default flow "${node.default}" does not leave this element.`,
    }),
  ];
});
