import type { CalendarFile } from '../../domain/calendar.ts';
import type { calendarDays } from '../schema/index.ts';

/** Rows of `calendar_days` from the calendars of `rules/calendar/`. */
export function calendarRows(calendars: readonly CalendarFile[]): (typeof calendarDays.$inferInsert)[] {
  return calendars.flatMap(({ calendar, days }) =>
    days.map(({ date, kind, name, tentative, citation, grade }) => ({
      calendar,
      date,
      kind,
      name,
      tentative,
      source: citation,
      grade,
    })),
  );
}
