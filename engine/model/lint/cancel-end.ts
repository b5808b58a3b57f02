import type { Node, Process } from '../graph.ts';
import { error, perNode, type Rule } from './rule.ts';

/** A cancel end event is inside a transaction (BPMN 2.0.2, table 10.88). */
export const cancelEnd: Rule = perNode((node, process) => {
  if (node.kind !== 'endEvent' || !node.events?.some(({ type }) => type === 'cancel')) return [];
  if (isInTransaction(node, process)) return [];
  return [
    error('cancel_outside_transaction', {
      vi: 'Sự kiện kết thúc loại hủy chỉ dùng được trong một giao dịch.',
      en: 'A cancel end event can only be used inside a transaction.',
    }),
  ];
});

function isInTransaction(node: Node, process: Process): boolean {
  let parent = process.nodes[node.parent ?? ''];
  while (parent && parent.kind !== 'transaction') parent = process.nodes[parent.parent ?? ''];
  return parent !== undefined;
}
