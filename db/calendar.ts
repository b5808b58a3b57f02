import { asc, eq, sql } from 'drizzle-orm';
import type { CalendarDay } from '../domain/calendar.ts';
import type { Executor } from './client.ts';
import { calendarDays, calendars } from './schema/index.ts';

/** The calendar by which all clocks count. */
export const workingCalendar = 'VN';

/** A calendar as it stood at one version, read in one statement so that days and version belong together. */
export interface StoredCalendar {
  version: number;
  /** In order. */
  days: CalendarDay[];
}

/** The calendar with its days; version 0 without any where none was ever stored. */
export async function readCalendar(db: Executor): Promise<StoredCalendar> {
  const rows = await db
    .select({ version: calendars.version, day: calendarDays })
    .from(calendars)
    .leftJoin(calendarDays, eq(calendarDays.calendar, calendars.name))
    .where(eq(calendars.name, workingCalendar))
    .orderBy(asc(calendarDays.date));
  const days = rows.flatMap(({ day }) => {
    if (day === null) return [];
    const { date, kind, name, tentative, source, grade } = day;
    return [{ date, kind, name, tentative, citation: source, grade: grade as CalendarDay['grade'] }];
  });
  return { version: rows[0]?.version ?? 0, days };
}

/** The version a calendar has now, as part of a statement. */
export const presentVersion = sql<number>`(select ${calendars.version} from ${calendars} where ${calendars.name} = ${workingCalendar})`;
