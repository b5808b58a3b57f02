import { child, children, is, type ModdleElement } from '../moddle.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** A sequence flow has both ends, and they are flow nodes of the process (BPMN 2.0.2, 8.3.13). */
export const flowEnds: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    flowsIn(root).flatMap((flow) => ['sourceRef', 'targetRef'].flatMap((end) => checkEnd(file, flow, end))),
  );

function checkEnd(file: string, flow: ModdleElement, end: string): Problem[] {
  const node = child(flow, end);
  if (node && is(node, 'bpmn:FlowNode')) return [];
  const [vi, en] = end === 'sourceRef' ? ['điểm đầu', 'source'] : ['điểm cuối', 'target'];
  return [
    {
      code: 'flow_without_end',
      severity: 'error',
      file,
      element: flow.id ?? null,
      message: node
        ? {
            vi: `Luồng có ${vi} không phải là một bước của quy trình.`,
            en: `The flow's ${en} is not a step of the process.`,
          }
        : { vi: `Luồng không có ${vi}.`, en: `The flow has no ${en}.` },
    },
  ];
}

function flowsIn(element: ModdleElement): ModdleElement[] {
  const parts = ['rootElements', 'flowElements'].flatMap((property) => children(element, property));
  return parts.flatMap((part) => (part.$type === 'bpmn:SequenceFlow' ? [part] : flowsIn(part)));
}
