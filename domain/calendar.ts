import { z } from 'zod';
import type { Calendar } from '../engine/types.ts';
import { type Bilingual, sourceFields } from './law/source.ts';
import { type FileProblem, readYamlFile } from './law/yaml-file.ts';

export const calendarDaySchema = z.strictObject({
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
  for (const { index, field, code, message } of dayProblems(value.days)) {
    report(['days', index, field], code, message);
  }
  return problems.length > 0 ? { problems } : { calendar: value };
}

/** What is wrong with one of a list of days. */
export interface DayProblem {
  /** Place in the list, from 0. */
  index: number;
  field: 'date' | 'kind';
  code: 'listed_twice' | 'contradiction';
  message: Bilingual;
}

/** Dates listed twice, and made-up days that are no weekend. */
export function dayProblems(days: readonly Pick<CalendarDay, 'date' | 'kind'>[]): DayProblem[] {
  const known = new Set<string>();
  return days.flatMap(({ date, kind }, index): DayProblem[] => {
    const found: DayProblem[] = [];
    if (known.has(date)) {
      const message = { vi: `Ngày ${date} được ghi hai lần.`, en: `${date} is listed twice.` };
      found.push({ index, field: 'date', code: 'listed_twice', message });
    }
    known.add(date);
    if (kind === 'make_up' && !isWeekend(date)) {
      const message = {
        vi: `${date} không phải thứ Bảy, Chủ nhật nên không thể là ngày làm bù.`,
        en: `${date} is no Saturday or Sunday, so nothing is made up on it.`,
      };
      found.push({ index, field: 'kind', code: 'contradiction', message });
    }
    return found;
  });
}

/** What is to become of a calendar: days it gets or that read differently, and dates that are ordinary again. */
export interface CalendarChange {
  set: CalendarDay[];
  remove: string[];
}

/** The days after the change, in order. */
export function changedDays(days: readonly CalendarDay[], { set, remove }: CalendarChange): CalendarDay[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  for (const date of remove) byDate.delete(date);
  for (const day of set) byDate.set(day.date, day);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The change by which the years that `listed` has days of hold just these: what is left out of a year is removed. */
export function replacingYears(days: readonly CalendarDay[], listed: readonly CalendarDay[]): CalendarChange {
  const years = new Set(listed.map(({ date }) => date.slice(0, 4)));
  const kept = new Set(listed.map(({ date }) => date));
  const before = new Map(days.map((day) => [day.date, day]));
  return {
    set: listed.filter((day) => !saysTheSame(day, before.get(day.date))),
    remove: days.map(({ date }) => date).filter((date) => years.has(date.slice(0, 4)) && !kept.has(date)),
  };
}

/**
 * What is wrong with a change of these days: a date described twice or also removed, something made up on a working day,
 * the removal of what is not there. `path` is that of the change, e.g. `set[2].kind`.
 */
export function changeProblems(days: readonly CalendarDay[], { set, remove }: CalendarChange) {
  const known = new Set(days.map(({ date }) => date));
  const described = new Set(set.map(({ date }) => date));
  const wronglySet = dayProblems(set).map(({ index, field, code, message }) => ({
    path: `set[${index}].${field}`,
    code: code as string,
    message,
  }));
  const wronglyRemoved = remove.flatMap((date, i) => {
    const path = `remove[${i}]`;
    if (described.has(date)) {
      const message = { vi: `Ngày ${date} vừa được ghi vừa bị xóa.`, en: `${date} is both set and removed.` };
      return [{ path, code: 'contradiction', message }];
    }
    if (known.has(date)) return [];
    const message = { vi: `Lịch không có ngày ${date}.`, en: `The calendar does not have ${date}.` };
    return [{ path, code: 'unknown_reference', message }];
  });
  return [...wronglySet, ...wronglyRemoved];
}

function saysTheSame(a: CalendarDay, b: CalendarDay | undefined): boolean {
  const said = ['kind', 'name', 'tentative', 'citation', 'grade'] as const;
  return b !== undefined && said.every((field) => a[field] === b[field]);
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
