import type { Node } from '../graph.ts';
import { error, perNode, type Rule, warning } from './rule.ts';

/** A link throw leads to the one catch of its name in the same scope (BPMN 2.0.2, 10.5.5). */
export const links: Rule = perNode((node, process) => {
  const link = node.events?.find(({ type }) => type === 'link');
  if (link?.type !== 'link') return [];
  const others = Object.values(process.nodes).filter(
    (other) => other.id !== node.id && other.parent === node.parent && nameOf(other) === link.name,
  );
  const catches = others.filter(({ kind }) => kind === 'intermediateCatchEvent');
  if (node.kind !== 'intermediateCatchEvent') {
    if (catches.length > 0) return [];
    return [
      error('link_without_target', {
        vi: `Không có sự kiện nhận liên kết nào tên "${link.name}" trong cùng phạm vi.`,
        en: `No link catch event is named "${link.name}" in the same scope.`,
      }),
    ];
  }
  if (catches.length > 0) {
    return [
      error('link_target_twice', {
        vi: `Có nhiều sự kiện nhận liên kết cùng tên "${link.name}".`,
        en: `Several link catch events are named "${link.name}".`,
      }),
    ];
  }
  if (others.length > 0) return [];
  return [
    warning('link_without_source', {
      vi: `Không có sự kiện gửi liên kết nào tên "${link.name}"; không có gì đi tới đây.`,
      en: `No link throw event is named "${link.name}"; nothing comes here.`,
    }),
  ];
});

function nameOf(node: Node): string | undefined {
  const link = node.events?.find(({ type }) => type === 'link');
  return link?.type === 'link' ? link.name : undefined;
}
