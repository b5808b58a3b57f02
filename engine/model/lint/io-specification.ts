import { child, is } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';

/** A sub-process has no inputs and outputs of its own: it sees the data of the process (BPMN 2.0.2, 10.4.1). */
export const ioSpecification: Rule = perElement((element) =>
  is(element, 'bpmn:SubProcess') && child(element, 'ioSpecification')
    ? [
        error('io_specification_in_sub_process', {
          vi: 'Quy trình con không khai báo đầu vào, đầu ra (ioSpecification) riêng.',
          en: 'A sub-process must not declare inputs and outputs (ioSpecification) of its own.',
        }),
      ]
    : [],
);
