import { parseCycle, parseDuration, parseInstant } from '../../time/iso.ts';
import { children, text } from '../moddle.ts';
import { error, notRunnable, perElement, perNode, type Rule } from './rule.ts';

/** A timer says when, in a form that ISO 8601 knows. */
export const timers: Rule = perNode((node, process) =>
  (node.events ?? []).flatMap((event) => {
    if (event.type !== 'timer') return [];
    if (!event.value) {
      return [
        notRunnable(process, 'timer_without_value', {
          vi: 'Sự kiện thời gian phải có ngày, thời lượng hoặc chu kỳ.',
          en: 'A timer must have a date, a duration or a cycle.',
        }),
      ];
    }
    if (!('value' in event.value)) return [];
    const text = String(event.value.value);
    const parses = { date: parseInstant, duration: parseDuration, cycle: parseCycle }[event.timer];
    if (parses(text) !== null) return [];
    const example = { date: '2026-11-30T08:00:00+07:00', duration: 'P3D', cycle: 'R3/PT1H' }[event.timer];
    return [
      notRunnable(process, 'timer_value', {
        vi: `Không hiểu giá trị thời gian "${text}"; ví dụ đúng: ${example}.`,
        en: `The timer value "${text}" is not understood; a right one would be ${example}.`,
      }),
    ];
  }),
);

/** A date, a duration and a cycle exclude each other (BPMN 2.0.2, table 10.101). */
export const timerKinds: Rule = perElement((event) =>
  children(event, 'eventDefinitions').flatMap((definition) => {
    const values = ['timeDate', 'timeDuration', 'timeCycle'].filter(
      (kind) => text(definition, kind) !== undefined,
    );
    if (values.length < 2) return [];
    return error('timer_with_several_values', {
      vi: `Sự kiện thời gian chỉ được có một trong: ${values.join(', ')}.`,
      en: `A timer has one of these only: ${values.join(', ')}.`,
    });
  }),
);
