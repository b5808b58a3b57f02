import { error, perFlow, type Rule, warning } from './rule.ts';

/** A condition stands on a flow out of a choosing gateway, or of an activity that has others; a default flow has none
 * (BPMN 2.0.2, 8.3.13). */
export const conditionPlace: Rule = perFlow((flow, source) => {
  if (!flow.condition) return [];
  const chooses = ['exclusiveGateway', 'inclusiveGateway', 'complexGateway'].includes(source.kind);
  if (source.kind.endsWith('Event') || (source.kind.endsWith('Gateway') && !chooses)) {
    return [
      error('condition_not_allowed', {
        vi: `Luồng đi ra từ "${source.id}" không được có điều kiện.`,
        en: `A flow out of "${source.id}" must not have a condition.`,
      }),
    ];
  }
  if (source.outgoing.length === 1 && !chooses) {
    return [
      error('conditional_flow_alone', {
        vi: `Luồng có điều kiện là luồng duy nhất đi ra từ "${source.id}"; phải có thêm luồng khác.`,
        en: `The conditional flow is the only one out of "${source.id}"; there must be another.`,
      }),
    ];
  }
  if (source.default !== flow.id) return [];
  return [
    warning('condition_on_default', {
      vi: 'Luồng mặc định có điều kiện; điều kiện này không bao giờ được xét.',
      en: 'The default flow has a condition; it is never looked at.',
    }),
  ];
});
