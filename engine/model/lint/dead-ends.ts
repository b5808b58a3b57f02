import type { Node, Process } from '../graph.ts';
import { perNode, perProcess, type Rule, warning } from './rule.ts';

/** A scope that draws its ends has none that are not drawn; implicit ends are legal, but often forgotten flows. */
export const deadEnds: Rule = perProcess((process) => {
  const nodes = Object.values(process.nodes);
  const drawn = new Set(nodes.filter(({ kind }) => kind === 'endEvent').map(({ parent }) => parent));
  const forgotten = nodes.filter(
    (node) => drawn.has(node.parent) && node.outgoing.length === 0 && wantsMore(node, process),
  );
  return forgotten.map(({ id }) => ({
    ...warning('dead_end', {
      vi: 'Không có luồng nào đi tiếp và đây không phải sự kiện kết thúc.',
      en: 'Nothing follows, and this is no end event.',
    }),
    file: process.file,
    element: id,
  }));
});

function wantsMore(node: Node, process: Process): boolean {
  const ends = ['process', 'endEvent', 'eventSubProcess', 'boundaryEvent'].includes(node.kind);
  const link = node.events?.some(({ type }) => type === 'link');
  const inAdHoc = process.nodes[node.parent ?? '']?.kind === 'adHocSubProcess';
  return !ends && !link && !inAdHoc && !node.forCompensation;
}

/** Beside start events, a node that nothing leads to starts as well; legal, but rarely meant. */
export const implicitStarts: Rule = perNode((node, process) => {
  const { starts = [], implicit = [] } = process.nodes[node.parent ?? '']?.scope ?? {};
  if (!implicit.includes(node.id) || starts.length === 0) return [];
  return [
    warning('implicit_start', {
      vi: 'Không có luồng nào tới đây: bước này bắt đầu cùng với sự kiện bắt đầu.',
      en: 'No flow leads here: this step starts together with the start event.',
    }),
  ];
});

export const notExecutable: Rule = perProcess((process) =>
  process.executable
    ? []
    : [
        {
          ...warning('not_executable', {
            vi: 'Quy trình chưa được đánh dấu là thực thi được (isExecutable).',
            en: 'The process is not marked as executable.',
          }),
          file: process.file,
          element: process.id,
        },
      ],
);
