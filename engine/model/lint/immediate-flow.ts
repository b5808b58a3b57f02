import { flag } from '../moddle.ts';
import { isExecutable, perElement, type Rule, warning } from './rule.ts';

/**
 * Where a process is run, nothing happens on a flow that the model does not show (BPMN 2.0.2, table 8.60). Some editors say
 * otherwise of every flow; here each is immediate.
 */
export const immediateFlow: Rule = perElement((flow) =>
  flag(flow, 'isImmediate') === false && isExecutable(flow)
    ? [
        warning('flow_not_immediate', {
          vi: 'Trong quy trình thực thi được, luồng không được có isImmediate="false".',
          en: 'In an executable process a flow must not say isImmediate="false".',
        }),
      ]
    : [],
);
