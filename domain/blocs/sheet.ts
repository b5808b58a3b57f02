/** Criterion of a score sheet (tiêu chí) with its maximum points. */
export interface Criterion {
  id: string;
  maxPoints: number;
}

/** Points given for one criterion. */
export interface Given {
  criterionId: string;
  points: number;
}

export type SheetFault =
  | { at: number; code: 'criterion_unknown' | 'criterion_twice' }
  | { at: number; code: 'above_maximum'; maxPoints: number };

/** What is wrong with the lines of a sheet, each by its place; empty where all can be kept. */
export function sheetFaults(criteria: readonly Criterion[], lines: readonly Given[]): SheetFault[] {
  const known = new Map(criteria.map(({ id, maxPoints }) => [id, maxPoints]));
  const seen = new Set<string>();
  return lines.flatMap(({ criterionId, points }, at): SheetFault[] => {
    const maxPoints = known.get(criterionId);
    if (maxPoints === undefined) return [{ at, code: 'criterion_unknown' }];
    if (seen.has(criterionId)) return [{ at, code: 'criterion_twice' }];
    seen.add(criterionId);
    return points > maxPoints ? [{ at, code: 'above_maximum', maxPoints }] : [];
  });
}

/** Sum of points, and how far a stated total is from it: 0 where it is right. */
export function totalOff(stated: number, points: readonly number[]): { sum: number; difference: number } {
  const sum = points.reduce((total, one) => total + one, 0);
  return { sum, difference: stated - sum };
}
