import { perNode, type Rule, warning } from './rule.ts';

/** A form that the deployment does not hold belongs to another host: here the task asks for nothing. */
export const forms: Rule = perNode(({ task }, _, { graph }) =>
  task?.form === undefined || graph.forms?.[task.form]
    ? []
    : [
        warning('form_not_found', {
          vi: `Không có biểu mẫu "${task.form}" (JSON Schema) trong lần triển khai này; việc sẽ không hỏi gì thêm.`,
          en: `There is no form "${task.form}" (JSON Schema) in this deployment; the task will ask for nothing.`,
        }),
      ],
);
