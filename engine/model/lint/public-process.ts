import { flag, text } from '../moddle.ts';
import { perElement, type Rule, warning } from './rule.ts';

/**
 * A public process shows what others see of it and is not run itself (BPMN 2.0.2, table 10.1). Editors of jBPM mark every
 * process so: it is run all the same.
 */
export const publicProcess: Rule = perElement((process) =>
  text(process, 'processType') === 'Public' && flag(process, 'isExecutable')
    ? [
        warning('public_process_executable', {
          vi: 'Quy trình công khai (Public) không được đánh dấu là thực thi được.',
          en: 'A public process must not be marked as executable.',
        }),
      ]
    : [],
);
