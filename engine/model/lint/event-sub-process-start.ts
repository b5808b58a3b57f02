import { error, perNode, type Rule } from './rule.ts';

/** An event sub-process begins with one event (BPMN 2.0.2, 10.3.5). */
export const eventSubProcessStart: Rule = perNode((node) => {
  if (node.kind !== 'eventSubProcess') return [];
  const { starts = [] } = node.scope ?? {};
  if (starts.length === 0) {
    return [
      error('event_sub_process_without_start', {
        vi: 'Quy trình con theo sự kiện phải có một sự kiện bắt đầu.',
        en: 'An event sub-process must have a start event.',
      }),
    ];
  }
  if (starts.length === 1) return [];
  return [
    error('event_sub_process_several_starts', {
      vi: 'Quy trình con theo sự kiện chỉ được có một sự kiện bắt đầu.',
      en: 'An event sub-process must have one start event only.',
    }),
  ];
});
