import type { Overlay } from './law/overlay.ts';
import type { Source } from './law/source.ts';
import { basisPoints } from './percent.ts';

/** Points of one item of a work plan (điểm thi đua của một nhiệm vụ): 0 <= achieved <= assigned, whole points. */
export interface PlanPoints {
  assignedPoints: number;
  achievedPoints: number;
}

/**
 * Work-plan score of a nominee over all items of the period: achieved per assigned points, in hundredths of a percent
 * (9849 is 98.49 %), rounded half up. Null where there was no plan: no evidence is not a score of zero.
 */
export function scoreBasisPoints(items: readonly PlanPoints[]): number | null {
  let assigned = 0;
  let achieved = 0;
  for (const item of items) {
    assigned += item.assignedPoints;
    achieved += item.achievedPoints;
  }
  return assigned === 0 ? null : basisPoints(achieved, assigned);
}

type Band = Overlay['scoreBands'][number];

/**
 * The rating that a score gives by an organisation's bands, with the rule that says so; `not_completed`, by the lowest band, below all
 * of them. Null where there are no bands or no score.
 */
export function ratingOfScore(
  bands: readonly Band[],
  score: number | null,
): { rating: Band['rating'] | 'not_completed'; by: Source } | null {
  const [lowest] = bands;
  if (!lowest || score === null) return null;
  const reached = bands.findLast(({ fromBasisPoints }) => score >= fromBasisPoints);
  const { citation, grade, note } = reached ?? lowest;
  return { rating: reached?.rating ?? 'not_completed', by: { citation, grade, ...(note && { note }) } };
}
