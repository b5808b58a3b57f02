import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCalendar } from '../../domain/calendar.ts';
import type { calendarDays } from '../schema/index.ts';
import { FilesRefusedError, rulesFolder } from './read-rules.ts';

/** Rows of `calendar_days` from every file of `rules/calendar/`. @throws FilesRefusedError */
export async function calendarRows(): Promise<(typeof calendarDays.$inferInsert)[]> {
  const folder = join(rulesFolder, 'calendar');
  const rows = [];
  for (const file of (await readdir(folder)).sort()) {
    const { calendar, problems } = parseCalendar(
      await readFile(join(folder, file), 'utf8'),
      `calendar/${file}`,
    );
    if (problems) throw new FilesRefusedError(problems);
    for (const { date, kind, name, tentative, citation, grade } of calendar.days) {
      rows.push({ calendar: calendar.calendar, date, kind, name, tentative, source: citation, grade });
    }
  }
  return rows;
}
