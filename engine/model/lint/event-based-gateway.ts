import { error, perNode, type Rule } from './rule.ts';

/** Behind an event-based gateway come events or receive tasks, each only from there (BPMN 2.0.2, 10.6.6). */
export const eventBasedGateway: Rule = perNode((node, process) => {
  if (node.kind !== 'eventBasedGateway') return [];
  const targets = node.outgoing.flatMap((id) => process.nodes[process.flows[id]?.target ?? ''] ?? []);
  const wrong = targets.filter(
    ({ kind, events }) =>
      kind !== 'receiveTask' &&
      (kind !== 'intermediateCatchEvent' || events?.some(({ type }) => type === 'link')),
  );
  const shared = targets.filter(({ incoming }) => incoming.length > 1);
  const receives = targets.some(({ kind }) => kind === 'receiveTask');
  const messages = targets.some(
    ({ kind, events }) => kind === 'intermediateCatchEvent' && events?.some(({ type }) => type === 'message'),
  );
  return [
    ...wrong.map(({ id }) =>
      error('event_based_gateway_target', {
        vi: `Sau cổng theo sự kiện chỉ có sự kiện nhận hoặc tác vụ nhận, không phải "${id}".`,
        en: `Behind an event-based gateway come catch events or receive tasks, not "${id}".`,
      }),
    ),
    ...shared.map(({ id }) =>
      error('event_based_gateway_shared', {
        vi: `Luồng khác cũng đi tới "${id}"; chỉ cổng theo sự kiện được dẫn tới đó.`,
        en: `Another flow leads to "${id}" as well; only the event-based gateway may.`,
      }),
    ),
    ...(receives && messages
      ? [
          error('event_based_gateway_mixed', {
            vi: 'Sau cổng theo sự kiện không dùng lẫn tác vụ nhận và sự kiện thông điệp.',
            en: 'Receive tasks and message events cannot be mixed behind an event-based gateway.',
          }),
        ]
      : []),
    ...(targets.length < 2
      ? [
          error('event_based_gateway_single', {
            vi: 'Cổng theo sự kiện phải có ít nhất hai luồng đi ra.',
            en: 'An event-based gateway must have two outgoing flows or more.',
          }),
        ]
      : []),
    ...targets
      .filter(({ kind, boundary = [] }) => kind === 'receiveTask' && boundary.length > 0)
      .map(({ id }) =>
        error('event_based_gateway_boundary', {
          vi: `Tác vụ nhận "${id}" sau cổng theo sự kiện không được có sự kiện biên.`,
          en: `The receive task "${id}" behind an event-based gateway must have no boundary events.`,
        }),
      ),
    ...(node.parallelMultiple && !node.instantiate
      ? [
          error('parallel_event_based_gateway', {
            vi: 'Cổng theo sự kiện song song chỉ dùng được để khởi tạo quy trình (instantiate).',
            en: 'A parallel event-based gateway can only be used to start the process (instantiate).',
          }),
        ]
      : []),
  ];
});
