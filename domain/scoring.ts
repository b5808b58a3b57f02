import type { Overlay } from './law/overlay.ts';
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

/**
 * The rating that a score gives by an organisation's bands; `not_completed` below all of them, null where there are no bands
 * or no score.
 */
export function ratingOfScore(
  bands: Overlay['scoreBands'],
  score: number | null,
): Overlay['scoreBands'][number]['rating'] | 'not_completed' | null {
  if (bands.length === 0 || score === null) return null;
  return bands.findLast(({ fromBasisPoints }) => score >= fromBasisPoints)?.rating ?? 'not_completed';
}
