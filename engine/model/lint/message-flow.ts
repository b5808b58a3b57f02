import type { MessageFlow, Node } from '../graph.ts';
import { error, type Rule, warning } from './rule.ts';

/** A message flow connects two pools, and ends at what can send or receive (BPMN 2.0.2, 7.6.2). */
export const messageFlow: Rule = ({ graph }) => {
  const placeOf = (id: string): { pool: string; node?: Node; file?: string } | undefined => {
    const participant = graph.participants.find((pool) => pool.id === id);
    if (participant) return { pool: participant.process ?? participant.id };
    const process = Object.values(graph.processes).find(({ nodes }) => nodes[id]);
    const node = process?.nodes[id];
    return process && node ? { pool: process.id, node, file: process.file } : undefined;
  };
  return graph.messageFlows.flatMap((flow) => {
    const source = placeOf(flow.source);
    const target = placeOf(flow.target);
    const file = source?.file ?? target?.file ?? Object.values(graph.processes)[0]?.file ?? '';
    return [
      ...ends(flow, source, target),
      ...inside(source, target),
      ...sender(flow, source?.node),
      ...receiver(flow, target?.node),
    ].map((found) => ({
      ...found,
      file,
      element: flow.id,
    }));
  });
};

/** Neither data nor a note sends or receives. */
function ends(flow: MessageFlow, source: object | undefined, target: object | undefined) {
  const wrong = [...(source ? [] : [flow.source]), ...(target ? [] : [flow.target])];
  return wrong.map((id) =>
    error('message_flow_end', {
      vi: `"${id}" không phải bể hay bước của quy trình, không gửi hoặc nhận thông điệp được.`,
      en: `"${id}" is neither a pool nor a step of a process; it cannot send or receive messages.`,
    }),
  );
}

function inside(source: { pool: string } | undefined, target: { pool: string } | undefined) {
  if (!source || !target || source.pool !== target.pool) return [];
  return [
    error('message_flow_inside_pool', {
      vi: 'Luồng thông điệp phải nối hai bể khác nhau.',
      en: 'A message flow must connect two different pools.',
    }),
  ];
}

function sender({ source }: MessageFlow, node: Node | undefined) {
  const isMessage = node?.events?.some(({ type }) => type === 'message');
  const throws = ['intermediateThrowEvent', 'endEvent'].includes(node?.kind ?? '') && isMessage;
  if (!node || throws || !/Event$|Gateway$/.test(node.kind)) return [];
  const message = { vi: `"${source}" không gửi thông điệp.`, en: `"${source}" does not send a message.` };
  // Often drawn so; the message goes when the event is passed.
  if (['intermediateThrowEvent', 'endEvent'].includes(node.kind) && !node.events) {
    return [warning('message_flow_source', message)];
  }
  return [error('message_flow_source', message)];
}

function receiver({ target }: MessageFlow, node: Node | undefined) {
  if (!node || !/Event$|Gateway$/.test(node.kind)) return [];
  const catches = ['startEvent', 'intermediateCatchEvent', 'boundaryEvent'].includes(node.kind);
  if (catches && node.events?.some(({ type }) => type === 'message')) return [];
  const message = {
    vi: `"${target}" không nhận thông điệp.`,
    en: `"${target}" does not receive a message.`,
  };
  // Often drawn so; the message starts the process all the same.
  if (node.kind === 'startEvent' && !node.events) return [warning('message_flow_target', message)];
  return [error('message_flow_target', message)];
}
