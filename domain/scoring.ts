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
  if (assigned === 0) return null;
  // round(x) = floor(x + 1/2), with everything over the common denominator 2 x assigned.
  const doubled = achieved * 20_000 + assigned;
  return (doubled - (doubled % (2 * assigned))) / (2 * assigned);
}

/** A score as users read it, with the decimal comma: 9849 is `98,49 %`. */
export function printedScore(basisPoints: number): string {
  const hundredths = String(basisPoints % 100).padStart(2, '0');
  return `${Math.floor(basisPoints / 100)},${hundredths} %`;
}
