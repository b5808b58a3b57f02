import { child, children, type ModdleElement, within } from '../moddle.ts';
import { error, type Rule } from './rule.ts';

/** What a link says of its other end agrees with what that says of it (BPMN 2.0.2, table 10.97). */
export const linkPairs: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    within(root)
      .filter(({ $type }) => $type === 'bpmn:LinkEventDefinition')
      .flatMap((link) =>
        [...contradicting(link)].map((other) => ({
          ...error('link_pair_differs', {
            vi: `Liên kết trỏ tới "${other.id}", nhưng "${other.id}" trỏ tới chỗ khác.`,
            en: `The link refers to "${other.id}", but "${other.id}" refers to another.`,
          }),
          file,
          element: (link.$parent as ModdleElement | undefined)?.id ?? null,
        })),
      ),
  );

/** The other ends that name their partners, and not this one. One that names none contradicts nothing. */
function contradicting(link: ModdleElement): ModdleElement[] {
  const target = child(link, 'target');
  const sources = children(target, 'source');
  return [
    ...(target && sources.length > 0 && !sources.includes(link) ? [target] : []),
    ...children(link, 'source').filter((source) => (child(source, 'target') ?? link) !== link),
  ];
}
