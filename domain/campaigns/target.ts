/**
 * What a target wants (chỉ tiêu): a number, a share of a stated base, or a rank that is so many places better. A target is met by
 * any one of its alternatives ("98,49 % điểm kế hoạch, hoặc tăng 1-2 bậc", source 003).
 */
export type Aim =
  /** At least so many, or more than that where it is strict. */
  | { kind: 'number'; atLeast: number; strict: boolean }
  /** At least that share in hundredths of a percent (9849 is 98.49 %) of what `base` names. */
  | { kind: 'share'; atLeast: number; strict: boolean; base: string }
  /** At least so many places nearer to the first than before. */
  | { kind: 'rank'; atLeast: number; strict: boolean };

/**
 * What was reached, in whole numbers: of a number the count, of a share the part and the base it is a part of, of a rank the
 * place before and now.
 */
export interface Actual {
  value: number;
  /** Of a share the base, of a rank the place before; null for a number. */
  against: number | null;
}

export type Outcome = 'met' | 'missed' | 'unknown';

/**
 * Whether an actual meets an aim; exact, without division. Unknown where nothing is known, or where a share or rank has nothing
 * to be measured against.
 */
export function outcomeOf(aim: Aim, actual: Actual | null): Outcome {
  const reached = actual && reachedOf(aim, actual);
  if (!reached) return 'unknown';
  const { have, want } = reached;
  return have > want || (have === want && !aim.strict) ? 'met' : 'missed';
}

function reachedOf(
  { kind, atLeast }: Aim,
  { value, against }: Actual,
): { have: number; want: number } | null {
  if (kind === 'number') return { have: value, want: atLeast };
  if (against === null || against < 1) return null;
  if (kind === 'share') return { have: value * 10_000, want: atLeast * against };
  return { have: against - value, want: atLeast };
}

/** A target is met by any of its alternatives, and missed where all of them are. */
export function anyOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('met')) return 'met';
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'missed') ? 'missed' : 'unknown';
}
