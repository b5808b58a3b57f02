import { child, children, is, type ModdleElement, text } from '../moddle.ts';
import type { Problem } from '../problem.ts';
import { error, perElement, perNode, type Rule, warning } from './rule.ts';

/** On which sides a gateway of a declared direction has several flows (BPMN 2.0.2, table 8.46). */
const directions: Record<string, { several: { in: boolean; out: boolean }; message: Problem['message'] }> = {
  Converging: {
    several: { in: true, out: false },
    message: {
      vi: 'Cổng hội tụ (Converging) phải có nhiều luồng đi vào và nhiều nhất một luồng đi ra.',
      en: 'A converging gateway must have several incoming flows and not more than one outgoing.',
    },
  },
  Diverging: {
    several: { in: false, out: true },
    message: {
      vi: 'Cổng phân nhánh (Diverging) phải có nhiều luồng đi ra và nhiều nhất một luồng đi vào.',
      en: 'A diverging gateway must have several outgoing flows and not more than one incoming.',
    },
  },
  Mixed: {
    several: { in: true, out: true },
    message: {
      vi: 'Cổng hỗn hợp (Mixed) phải có nhiều luồng đi vào và nhiều luồng đi ra.',
      en: 'A mixed gateway must have several incoming and several outgoing flows.',
    },
  },
};

/** A gateway keeps to the direction it declares. */
export const gatewayDirection: Rule = perElement((gateway) => {
  if (!is(gateway, 'bpmn:Gateway')) return [];
  const direction = directions[text(gateway, 'gatewayDirection') ?? ''];
  if (!direction) return [];
  const flows = siblingsOf(gateway);
  const several = (end: 'sourceRef' | 'targetRef') =>
    flows.filter((flow) => child(flow, end)?.id === gateway.id).length > 1;
  const kept =
    several('targetRef') === direction.several.in && several('sourceRef') === direction.several.out;
  return kept ? [] : [error('gateway_direction', direction.message)];
});

/**
 * A gateway splits or joins (BPMN 2.0.2, 8.3.9). One that does neither is drawn often and does no harm, so it is not refused;
 * one that only leads on, or is only led to, is told of as an implicit start or a dead end.
 */
export const gatewayWithoutChoice: Rule = perNode((node) => {
  if (!node.kind.endsWith('Gateway') || node.kind === 'eventBasedGateway') return [];
  if (node.incoming.length !== node.outgoing.length || node.outgoing.length > 1) return [];
  return [
    warning('gateway_without_choice', {
      vi: 'Cổng không có nhiều luồng vào hay nhiều luồng ra: nó không phân nhánh cũng không hội tụ.',
      en: 'The gateway has neither several incoming nor several outgoing flows: it neither splits nor joins.',
    }),
  ];
});

function siblingsOf(element: ModdleElement): ModdleElement[] {
  return children(child(element, '$parent'), 'flowElements');
}

/** What starts an instance has no flow that leads to it (BPMN 2.0.2, 10.3.3 and 10.6.6). */
export const instantiating: Rule = perNode((node) => {
  if (!node.instantiate || node.incoming.length === 0) return [];
  return [
    error('instantiate_with_incoming', {
      vi: 'Phần tử khởi tạo quy trình (instantiate) không được có luồng đi vào.',
      en: 'What starts an instance (instantiate) must have no incoming flow.',
    }),
  ];
});

/** A flow that leads from a gateway straight back to it never moves a token on. */
export const gatewayToItself: Rule = perNode((node, process) => {
  if (!node.kind.endsWith('Gateway')) return [];
  const own = node.outgoing.filter((id) => process.flows[id]?.target === node.id);
  return own.length === 0
    ? []
    : [
        error('gateway_to_itself', {
          vi: `Luồng "${own.join(', ')}" đi từ cổng trở lại chính nó.`,
          en: `The flow "${own.join(', ')}" leads from the gateway back to itself.`,
        }),
      ];
});
