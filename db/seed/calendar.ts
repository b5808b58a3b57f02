import type { CalendarFile } from '../../domain/calendar.ts';
import type { Executor } from '../client.ts';
import { calendarDays, calendars } from '../schema/index.ts';

/** Stores the calendars of `rules/calendar/` that the database does not have; those it has are the administrators'. */
export async function storeCalendars(tx: Executor, files: readonly CalendarFile[]): Promise<void> {
  for (const { calendar: name, days } of files) {
    const [added] = await tx.insert(calendars).values({ name }).onConflictDoNothing().returning();
    if (!added || days.length === 0) continue;
    await tx.insert(calendarDays).values(
      days.map(({ date, kind, name: dayName, tentative, citation, grade }) => ({
        calendar: name,
        date,
        kind,
        name: dayName,
        tentative,
        source: citation,
        grade,
      })),
    );
  }
}
