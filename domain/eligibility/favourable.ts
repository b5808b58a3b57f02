import type { Verdict } from './eligibility.ts';

/** From the least favourable to the most. */
const order: readonly Verdict[] = ['not_eligible', 'needs_judgement', 'eligible'];

/**
 * Why a newer law may not take the place of the one a dossier is bound to: it is worse for a nominee, or it says nothing
 * different. Null: it may, where whoever decides finds it more favourable.
 */
export function refusalOfNewerLaw(
  differences: number,
  verdicts: readonly { before: Verdict; after: Verdict }[],
): 'nothing_differs' | 'less_favourable' | null {
  if (verdicts.some(({ before, after }) => order.indexOf(after) < order.indexOf(before)))
    return 'less_favourable';
  return differences === 0 && verdicts.every(({ before, after }) => before === after)
    ? 'nothing_differs'
    : null;
}
