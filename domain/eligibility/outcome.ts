/** Outcome of a criterion: it holds, it does not, or what is known is not enough to say. */
export type Outcome = 'met' | 'not_met' | 'unknown';

/** All must hold: one that does not decides, then one that is not known. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('not_met')) return 'not_met';
  return outcomes.includes('unknown') ? 'unknown' : 'met';
}

/** One is enough: one that holds decides, then one that is not known. */
export function anyOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('met')) return 'met';
  return outcomes.includes('unknown') ? 'unknown' : 'not_met';
}
