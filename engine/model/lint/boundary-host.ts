import type { Node, Process } from '../graph.ts';
import { error, perNode, type Rule, warning } from './rule.ts';

const activity = /Task$|^task$|ubProcess$|^transaction$|^callActivity$/;

/** A boundary event sits on an activity of its scope, and something follows from it (BPMN 2.0.2, 10.5.4). */
export const boundaryHost: Rule = perNode((node, process) => {
  if (node.kind !== 'boundaryEvent') return [];
  const host = node.attachedTo === undefined ? undefined : process.nodes[node.attachedTo];
  const types = node.events?.map(({ type }) => type) ?? [];
  if (!host || !activity.test(host.kind) || host.kind === 'eventSubProcess' || host.parent !== node.parent) {
    return [
      error('boundary_without_host', {
        vi: 'Sự kiện biên phải gắn vào một hoạt động trong cùng phạm vi.',
        en: 'A boundary event must be attached to an activity of the same scope.',
      }),
    ];
  }
  if (types.includes('cancel') && host.kind !== 'transaction') {
    return [
      error('cancel_outside_transaction', {
        vi: 'Sự kiện hủy chỉ gắn được vào một giao dịch.',
        en: 'A cancel boundary event can only be attached to a transaction.',
      }),
    ];
  }
  if (types.includes('compensation')) return handlerProblems(node, process);
  if (node.outgoing.length > 0) return [];
  return [
    warning('boundary_dead_end', {
      vi: 'Không có bước nào sau sự kiện biên này.',
      en: 'Nothing follows this boundary event.',
    }),
  ];
});

/** A compensation boundary event leads by an association to an activity marked for this (BPMN 2.0.2, 10.7.1). */
function handlerProblems({ handler }: Node, process: Process) {
  if (handler === undefined) {
    return [
      warning('compensation_without_handler', {
        vi: 'Sự kiện bồi hoàn chưa nối (association) tới hoạt động bồi hoàn nào.',
        en: 'The compensation boundary event is associated with no activity that compensates.',
      }),
    ];
  }
  if (process.nodes[handler]?.forCompensation) return [];
  return [
    error('handler_not_for_compensation', {
      vi: `Hoạt động "${handler}" bồi hoàn nhưng chưa được đánh dấu isForCompensation.`,
      en: `The activity "${handler}" compensates, but is not marked isForCompensation.`,
    }),
  ];
}
