import { children, is } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';

/** A process holds no choreography activities (BPMN 2.0.2, 10.2 and 11.5). */
export const choreography: Rule = perElement((element) => {
  const parent = element.$parent;
  const isInProcess = parent !== undefined && (is(parent, 'bpmn:Process') || is(parent, 'bpmn:SubProcess'));
  if (!isInProcess || !is(element, 'bpmn:ChoreographyActivity')) return [];
  return [
    error('choreography_in_process', {
      vi: 'Hoạt động phối hợp (choreography) không dùng được trong quy trình.',
      en: 'A choreography activity cannot be part of a process.',
    }),
  ];
});

/** Only a collaboration shows choreographies between its pools; they and conversations refer to none (BPMN 2.0.2, 9.1). */
export const choreographyReference: Rule = perElement((element) => {
  const isOther = is(element, 'bpmn:Choreography') || is(element, 'bpmn:GlobalConversation');
  if (!isOther || children(element, 'choreographyRef').length === 0) return [];
  return [
    error('choreography_reference', {
      vi: 'Phối hợp (choreography) và hội thoại (conversation) không được trỏ tới một phối hợp khác.',
      en: 'A choreography or global conversation must not refer to a choreography.',
    }),
  ];
});
