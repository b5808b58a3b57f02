import { error, perFlow, type Rule, warning } from './rule.ts';

/** A condition stands on a flow out of an activity or a choosing gateway only; a default flow has none (8.3.13). */
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
  if (source.default !== flow.id) return [];
  return [
    warning('condition_on_default', {
      vi: 'Luồng mặc định có điều kiện; điều kiện này không bao giờ được xét.',
      en: 'The default flow has a condition; it is never looked at.',
    }),
  ];
});
