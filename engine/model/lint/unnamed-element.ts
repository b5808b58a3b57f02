import { is, type ModdleElement, text } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';

/** What runs needs an id: tokens, traces and incidents name it by this. Without one it would be left out in silence. */
export const unnamedElement: Rule = perElement((element) => {
  if (element.id !== undefined || !runs(element)) return [];
  const type = element.$type.replace('bpmn:', '');
  const name = text(element, 'name') ?? '';
  return [
    error('missing_id', {
      vi: `Phần tử ${type} "${name}" không có mã (id).`,
      en: `The ${type} "${name}" has no id.`,
    }),
  ];
});

const runs = (element: ModdleElement) => ['bpmn:Process', 'bpmn:FlowNode'].some((type) => is(element, type));
