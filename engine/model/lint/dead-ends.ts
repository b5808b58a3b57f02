import { perNode, perProcess, type Rule, warning } from './rule.ts';

/** A process that draws its ends has none that are not drawn; implicit ends are legal, but often forgotten flows. */
export const deadEnds: Rule = perNode((node, process) => {
  const ends = ['process', 'endEvent', 'eventSubProcess', 'boundaryEvent'].includes(node.kind);
  const link = node.events?.some(({ type }) => type === 'link');
  if (ends || link || node.forCompensation || node.outgoing.length > 0) return [];
  const siblings = Object.values(process.nodes).filter(({ parent }) => parent === node.parent);
  if (process.nodes[node.parent ?? '']?.kind === 'adHocSubProcess') return [];
  if (!siblings.some(({ kind }) => kind === 'endEvent')) return [];
  return [
    warning('dead_end', {
      vi: 'Không có luồng nào đi tiếp và đây không phải sự kiện kết thúc.',
      en: 'Nothing follows, and this is no end event.',
    }),
  ];
});

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
