import { error, perNode, type Rule, warning } from './rule.ts';

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
    warning('event_sub_process_several_starts', {
      vi: 'Quy trình con theo sự kiện có nhiều sự kiện bắt đầu; mỗi sự kiện tự khởi động nó.',
      en: 'The event sub-process has several start events; each of them starts it by itself.',
    }),
  ];
});
