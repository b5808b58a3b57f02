/**
 * Percentages as integers: hundredths of a percent ("basis points", 9849 is 98.49 %). They are computed from counts when they
 * are shown and never stored beside them, so that they cannot disagree.
 */

/** `part` of `whole` in hundredths of a percent, rounded half up. Whole numbers, `whole` positive. */
export function basisPoints(part: number, whole: number): number {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || whole < 1) {
    throw new RangeError(`no share: ${part} of ${whole}`);
  }
  // round(x) = floor(x + 1/2), with everything over the common denominator 2 x whole.
  const doubled = part * 20_000 + whole;
  return (doubled - (doubled % (2 * whole))) / (2 * whole);
}
