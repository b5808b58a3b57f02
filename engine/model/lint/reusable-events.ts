import { children, type ModdleElement } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';

/** An event refers to definitions that stand by themselves; those inside another event are that event's own (BPMN 2.0.2, 8.3.4). */
export const reusableEvents: Rule = perElement((event) =>
  children(event, 'eventDefinitionRef')
    .filter((definition) => (definition.$parent as ModdleElement | undefined)?.$type !== 'bpmn:Definitions')
    .map(({ id }) =>
      error('event_definition_not_reusable', {
        vi: `"${id}" thuộc về một sự kiện khác; sự kiện này phải tham chiếu tới một định nghĩa đứng riêng.`,
        en: `"${id}" belongs to another event; this one must refer to a definition that stands by itself.`,
      }),
    ),
);
