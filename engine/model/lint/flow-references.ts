import { child, children, is, type ModdleElement } from '../moddle.ts';
import { perElement, type Rule, warning } from './rule.ts';

/** What an element says of its flows agrees with what the flows say of it (BPMN 2.0.2, 8.3.13): these are believed. */
export const flowReferences: Rule = perElement((element) => [
  ...mismatches(element, 'incoming', 'targetRef'),
  ...mismatches(element, 'outgoing', 'sourceRef'),
]);

function mismatches(element: ModdleElement, side: 'incoming' | 'outgoing', end: 'targetRef' | 'sourceRef') {
  if (!is(element, 'bpmn:FlowNode')) return [];
  const wrong = children(element, side).filter((flow) => child(flow, end) !== element);
  return wrong.map(({ id }) =>
    warning('flow_reference_mismatch', {
      vi: `Phần tử ghi "${id}" là luồng ${side === 'incoming' ? 'đi vào' : 'đi ra'}, nhưng luồng này nối chỗ khác.`,
      en: `The element names "${id}" as ${side}, but that flow is connected elsewhere.`,
    }),
  );
}
