import { children, type ModdleElement } from '../moddle.ts';
import type { Rule } from './rule.ts';

const mustInterrupt = [
  'bpmn:ErrorEventDefinition',
  'bpmn:CancelEventDefinition',
  'bpmn:CompensateEventDefinition',
];

/** An error, cancel or compensation is never caught without interrupting (BPMN 2.0.2, table 10.86 and 10.93). */
export const interrupting: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    eventsIn(root).flatMap((event) => {
      const continues = event.cancelActivity === false || event.isInterrupting === false;
      const [found] = children(event, 'eventDefinitions').filter(({ $type }) =>
        mustInterrupt.includes($type),
      );
      // Compensation boundary events are drawn non-interrupting by many tools, and nothing is left to interrupt.
      if (
        !continues ||
        !found ||
        (found.$type.includes('Compensate') && event.$type === 'bpmn:BoundaryEvent')
      )
        return [];
      return {
        code: 'must_interrupt',
        severity: 'error' as const,
        file,
        element: event.id ?? null,
        message: {
          vi: 'Sự kiện lỗi, hủy hoặc bồi hoàn luôn ngắt; không thể là loại không ngắt.',
          en: 'An error, cancel or compensation event always interrupts; it cannot be non-interrupting.',
        },
      };
    }),
  );

function eventsIn(element: ModdleElement): ModdleElement[] {
  const parts = ['rootElements', 'flowElements'].flatMap((property) => children(element, property));
  return parts.flatMap((part) =>
    ['bpmn:BoundaryEvent', 'bpmn:StartEvent'].includes(part.$type) ? [part] : eventsIn(part),
  );
}
