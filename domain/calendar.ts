import { z } from 'zod';
import type { Calendar } from '../engine/types.ts';
import { sourceFields } from './law/source.ts';
import { type FileProblem, readYamlFile } from './law/yaml-file.ts';

const calendarDaySchema = z.strictObject({
  date: z.iso.date(),
  /** A holiday, a compensatory day off (also a swapped one), or a day of the weekend that is worked instead. */
  kind: z.enum(['holiday', 'compensatory', 'make_up']),
  name: z.string().trim().min(1),
  /** Computed, not yet announced. */
  tentative: z.boolean().default(false),
  ...sourceFields,
});
/** Day that differs from the working week Monday to Friday. */
export type CalendarDay = z.infer<typeof calendarDaySchema>;

const calendarFileSchema = z.strictObject({ calendar: z.string().min(1), days: z.array(calendarDaySchema) });
/** A calendar as a file of `rules/calendar/` writes it. */
export type CalendarFile = z.infer<typeof calendarFileSchema>;

/** Reads a calendar from YAML. A date listed twice, or worked on what is no weekend, is a problem with its line. */
export function parseCalendar(
  text: string,
  fileName: string,
): { calendar: CalendarFile; problems?: never } | { calendar?: never; problems: FileProblem[] } {
  const { value, problems, report } = readYamlFile(text, fileName, calendarFileSchema);
  if (value === undefined) return { problems };
  for (const [i, { date, kind }] of value.days.entries()) {
    if (value.days.findIndex((day) => day.date === date) < i) {
      report(['days', i, 'date'], 'listed_twice', {
        vi: `Ngày ${date} được ghi hai lần.`,
        en: `${date} is listed twice.`,
      });
    }
    if (kind === 'make_up' && !isWeekend(date)) {
      report(['days', i, 'kind'], 'contradiction', {
        vi: `${date} không phải thứ Bảy, Chủ nhật nên không thể là ngày làm bù.`,
        en: `${date} is no Saturday or Sunday, so nothing is made up on it.`,
      });
    }
  }
  return problems.length > 0 ? { problems } : { calendar: value };
}

/** The calendar as working-day arithmetic takes it. */
export function calendarOf(days: readonly Pick<CalendarDay, 'date' | 'kind'>[]): Calendar {
  const dates = (makeUp: boolean) =>
    days.filter(({ kind }) => (kind === 'make_up') === makeUp).map(({ date }) => date);
  return { daysOff: dates(false), workingDays: dates(true) };
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
