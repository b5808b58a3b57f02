import { children } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';

const mustInterrupt = [
  'bpmn:ErrorEventDefinition',
  'bpmn:CancelEventDefinition',
  'bpmn:CompensateEventDefinition',
];

/** An error, cancel or compensation is never caught without interrupting (BPMN 2.0.2, table 10.86 and 10.93). */
export const interrupting: Rule = perElement((event) => {
  const continues = event.cancelActivity === false || event.isInterrupting === false;
  const [found] = children(event, 'eventDefinitions').filter(({ $type }) => mustInterrupt.includes($type));
  if (!continues || !found) return [];
  // Compensation boundary events are drawn non-interrupting by many tools, and nothing is left to interrupt.
  if (found.$type.includes('Compensate') && event.$type === 'bpmn:BoundaryEvent') return [];
  return [
    error('must_interrupt', {
      vi: 'Sự kiện lỗi, hủy hoặc bồi hoàn luôn ngắt; không thể là loại không ngắt.',
      en: 'An error, cancel or compensation event always interrupts; it cannot be non-interrupting.',
    }),
  ];
});
