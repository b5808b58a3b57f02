import { child, children, is, type ModdleElement, text } from '../moddle.ts';
import type { Problem } from '../problem.ts';
import { error, perElement, perNode, type Rule } from './rule.ts';

/** Which sides of a gateway may have several flows, by its declared direction (BPMN 2.0.2, table 8.46). */
const forbidden: Record<string, { end: 'sourceRef' | 'targetRef'; message: Problem['message'] }> = {
  Converging: {
    end: 'sourceRef',
    message: {
      vi: 'Cổng hội tụ (Converging) không được có nhiều luồng đi ra.',
      en: 'A converging gateway must not have several outgoing flows.',
    },
  },
  Diverging: {
    end: 'targetRef',
    message: {
      vi: 'Cổng phân nhánh (Diverging) không được có nhiều luồng đi vào.',
      en: 'A diverging gateway must not have several incoming flows.',
    },
  },
};

/** A gateway keeps to the direction it declares. */
export const gatewayDirection: Rule = perElement((gateway) => {
  if (!is(gateway, 'bpmn:Gateway')) return [];
  const rule = forbidden[text(gateway, 'gatewayDirection') ?? ''];
  const flows = rule ? siblingsOf(gateway).filter((flow) => child(flow, rule.end)?.id === gateway.id) : [];
  return rule && flows.length > 1 ? [error('gateway_direction', rule.message)] : [];
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
