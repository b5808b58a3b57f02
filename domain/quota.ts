import type { Overlay } from './law/overlay.ts';

/** How many nominees of an award an organisation lets a unit propose for a year (chỉ tiêu). */
export type Quota = Overlay['quotas'][number];

/** The most nominees a unit with so many staff may propose: the count, or the percent of its staff rounded down. */
export function quotaLimit({ limit }: Pick<Quota, 'limit'>, staff: number): number {
  if (!Number.isSafeInteger(staff) || staff < 0) throw new RangeError(`not a number of staff: ${staff}`);
  if ('count' in limit) return limit.count;
  const hundredths = limit.percentOfStaff * staff;
  return (hundredths - (hundredths % 100)) / 100;
}
