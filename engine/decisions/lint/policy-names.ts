import { AGGREGATIONS, HIT_POLICIES } from '../model.ts';
import { error } from '../problems.ts';
import { perElement } from './rule.ts';

/** The hit policies and aggregations are those of the standard (DMN 1.5, tables 36 and 37). */
export const policyNames = perElement(({ name, attributes }) => {
  if (name !== 'decisionTable') return [];
  return [
    ...unknown(attributes.hitPolicy, HIT_POLICIES, 'unknown_hit_policy'),
    ...unknown(attributes.aggregation, AGGREGATIONS, 'unknown_aggregation'),
  ];
});

function unknown(given: string | undefined, known: readonly string[], code: string) {
  if (given === undefined || known.includes(given)) return [];
  return [
    error(code, {
      vi: `"${given}" không phải là một trong: ${known.join(', ')}.`,
      en: `"${given}" is none of: ${known.join(', ')}.`,
    }),
  ];
}
