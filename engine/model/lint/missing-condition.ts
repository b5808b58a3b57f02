import { perNode, type Rule, warning } from './rule.ts';

/** A choosing gateway takes a flow without a condition always: probably the condition was forgotten. */
export const missingCondition: Rule = perNode((node, process) => {
  if (!['exclusiveGateway', 'inclusiveGateway'].includes(node.kind) || node.outgoing.length < 2) return [];
  const free = node.outgoing.filter((id) => id !== node.default && !process.flows[id]?.condition);
  return free.map((id) =>
    warning('missing_condition', {
      vi: `Luồng "${id}" không có điều kiện và không phải luồng mặc định.`,
      en: `The flow "${id}" has no condition and is not the default.`,
    }),
  );
});
