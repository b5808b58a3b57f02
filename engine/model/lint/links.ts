import type { Node } from '../graph.ts';
import { error, perNode, type Rule, warning } from './rule.ts';

/** A link throw leads to the one catch it refers to, or that has its name, in the same scope (BPMN 2.0.2, 10.5.5). */
export const links: Rule = perNode((node, process) => {
  const link = linkOf(node);
  if (!link) return [];
  if (node.kind !== 'intermediateCatchEvent') {
    if (link.target !== undefined) return [];
    return [
      error('link_without_target', {
        vi: `Không có sự kiện nhận liên kết nào tên "${link.name}" trong cùng phạm vi.`,
        en: `No link catch event is named "${link.name}" in the same scope.`,
      }),
    ];
  }
  const others = Object.values(process.nodes).filter(
    ({ id, parent }) => id !== node.id && parent === node.parent,
  );
  if (others.some((other) => other.kind === node.kind && linkOf(other)?.name === link.name)) {
    return [
      error('link_target_twice', {
        vi: `Có nhiều sự kiện nhận liên kết cùng tên "${link.name}".`,
        en: `Several link catch events are named "${link.name}".`,
      }),
    ];
  }
  if (others.some((other) => linkOf(other)?.target === node.id)) return [];
  return [
    warning('link_without_source', {
      vi: `Không có sự kiện gửi liên kết nào tên "${link.name}"; không có gì đi tới đây.`,
      en: `No link throw event is named "${link.name}"; nothing comes here.`,
    }),
  ];
});

function linkOf({ events }: Node) {
  const link = events?.find(({ type }) => type === 'link');
  return link?.type === 'link' ? link : undefined;
}
