import { child, is } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';

/** A sequence flow has both ends, and they are flow nodes of the process (BPMN 2.0.2, 8.3.13). */
export const flowEnds: Rule = perElement((flow) => {
  if (flow.$type !== 'bpmn:SequenceFlow') return [];
  return ['sourceRef', 'targetRef'].flatMap((end) => {
    const node = child(flow, end);
    if (node && is(node, 'bpmn:FlowNode')) return [];
    const [vi, en] = end === 'sourceRef' ? ['điểm đầu', 'source'] : ['điểm cuối', 'target'];
    return error(
      'flow_without_end',
      node
        ? {
            vi: `Luồng có ${vi} không phải là một bước của quy trình.`,
            en: `The flow's ${en} is not a step of the process.`,
          }
        : { vi: `Luồng không có ${vi}.`, en: `The flow has no ${en}.` },
    );
  });
});
