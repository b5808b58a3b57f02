import { error, perNode } from './rule.ts';

/** Elements that no flow may lead to or leave (BPMN 2.0.2, table 7.3 and chapter 10). */
export const illegalFlow = perNode((node) => {
  const isLink = (kind: string) => node.kind === kind && node.events?.some(({ type }) => type === 'link');
  const isHandler = node.forCompensation === true;
  const isCompensation =
    node.kind === 'boundaryEvent' && node.events?.some(({ type }) => type === 'compensation');
  const noIncoming =
    ['startEvent', 'boundaryEvent', 'eventSubProcess'].includes(node.kind) ||
    isHandler ||
    isLink('intermediateCatchEvent');
  const noOutgoing =
    ['endEvent', 'eventSubProcess'].includes(node.kind) ||
    isHandler ||
    isCompensation ||
    isLink('intermediateThrowEvent');
  return [
    ...(noIncoming && node.incoming.length > 0
      ? [
          error('illegal_incoming_flow', {
            vi: `Không được có luồng đi vào phần tử này (${node.incoming.join(', ')}).`,
            en: `No flow may lead to this element (${node.incoming.join(', ')}).`,
          }),
        ]
      : []),
    ...(noOutgoing && node.outgoing.length > 0
      ? [
          error('illegal_outgoing_flow', {
            vi: `Không được có luồng đi ra từ phần tử này (${node.outgoing.join(', ')}).`,
            en: `No flow may leave this element (${node.outgoing.join(', ')}).`,
          }),
        ]
      : []),
  ];
});
