/** How often a plan is scored: by month or by quarter (source 001: "nên theo quý, theo tháng"). */
export type ScoringRhythm = 'month' | 'quarter';

/** Stretch of time in which results are evaluated; ISO dates, both included. It need not be a calendar year. */
export interface EvaluationWindow {
  evaluationFrom: string;
  evaluationTo: string;
}

/** Period that is scored at once. */
export interface ScoringPeriod {
  /** `2022-03` for a month, `2022-Q1` for a quarter. */
  code: string;
  /** Its months within the window, e.g. `2022-03`. */
  months: string[];
}

/** A plan year opens on 1 October of the year before (source 000: plan year 2024 from 01/10/2023). */
export const planYearOpensOn = (year: number): string => `${year - 1}-10-01`;

/** Months of the window in order, e.g. `2022-01`; a month belongs to it with any of its days. */
export function monthsOf({ evaluationFrom, evaluationTo }: EvaluationWindow): string[] {
  const last = monthNumber(evaluationTo);
  const months: string[] = [];
  for (let month = monthNumber(evaluationFrom); month <= last; month += 1) months.push(monthCode(month));
  return months;
}

/** Periods in which a plan is scored, in order; the first and last hold only what lies in the window. */
export function scoringPeriods(window: EvaluationWindow, rhythm: ScoringRhythm): ScoringPeriod[] {
  const periods = Map.groupBy(monthsOf(window), (month) => (rhythm === 'month' ? month : quarterOf(month)));
  return [...periods].map(([code, months]) => ({ code, months }));
}

/**
 * Points of an item that are due in a period: its points are shared evenly over the months of the window in which it is due,
 * and the last of them takes what does not divide. So the periods of a window add up to the item's points, or to none where it
 * is never due in it.
 */
export function pointsDue(
  { points, dueMonths }: { points: number; dueMonths: readonly number[] },
  window: EvaluationWindow,
  period: Pick<ScoringPeriod, 'months'>,
): number {
  const due = monthsOf(window).filter((month) => dueMonths.includes(Number(month.slice(5))));
  const share = Math.floor(points / Math.max(1, due.length));
  return due.reduce((total, month, i) => {
    if (!period.months.includes(month)) return total;
    return total + (i === due.length - 1 ? points - share * i : share);
  }, 0);
}

/** Months since the year 0. */
const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const monthCode = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
