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
