import type { CalendarChange, CalendarDay } from '../../../../api/contract/index.ts';

/** Changes not saved yet, by date; null: the day is an ordinary one again. */
export type Draft = ReadonlyMap<string, CalendarDay | null>;

export const noChange: Draft = new Map();

/** The draft as the API takes it, in the order of the dates. */
export function changeOf(draft: Draft): CalendarChange {
  const entries = [...draft].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    set: entries.flatMap(([, day]) => day ?? []),
    remove: entries.flatMap(([date, day]) => (day === null ? [date] : [])),
  };
}

export function draftOf({ set, remove }: CalendarChange): Draft {
  return new Map<string, CalendarDay | null>([
    ...remove.map((date) => [date, null] as const),
    ...set.map((day) => [day.date, day] as const),
  ]);
}

/** The draft with one more day; a day that ends as it was, or never was, is no change. */
export function withDay(
  draft: Draft,
  stored: CalendarDay | undefined,
  date: string,
  day: CalendarDay | null,
): Draft {
  const next = new Map(draft);
  const asBefore =
    day === null ? stored === undefined : JSON.stringify(sorted(day)) === JSON.stringify(sorted(stored));
  if (asBefore) next.delete(date);
  else next.set(date, day);
  return next;
}

const sorted = (day: CalendarDay | undefined) =>
  day && [day.date, day.kind, day.name, day.tentative, day.citation, day.grade];

/** Days of a year as they would be with the draft, by date. */
export function drafted(days: readonly CalendarDay[], draft: Draft): Map<string, CalendarDay> {
  const result = new Map(days.map((day) => [day.date, day]));
  for (const [date, day] of draft) {
    if (day === null) result.delete(date);
    else result.set(date, day);
  }
  return result;
}

/** Weeks of a month from Monday to Sunday; days of other months are null. Month from 1. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const two = (n: number) => String(n).padStart(2, '0');
  const cells = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length }, (_, i) => `${year}-${two(month)}-${two(i + 1)}`),
  ];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  );
}
