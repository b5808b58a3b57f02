import { z } from 'zod';
import { grade } from './catalogue.ts';
import { id, instant, line, localDate, queryYear, reason, subjectRef, year } from './common.ts';

/** A holiday, a compensatory day off (also a swapped one), or a day of the weekend that is worked instead. */
export const calendarDayKind = z.enum(['holiday', 'compensatory', 'make_up']);

/** Day that differs from the working week Monday to Friday, with what it rests on. `tentative`: not announced yet. */
export const calendarDay = z
  .strictObject({
    date: localDate,
    kind: calendarDayKind,
    name: line(300),
    tentative: z.boolean(),
    citation: line(500),
    grade,
  })
  .meta({ id: 'CalendarDay' });

/** One year of the working calendar. */
export const calendarYear = z
  .strictObject({
    /** Rises with every change; a change names the version it was made on. */
    version: z.int().min(0),
    year,
    days: z.array(calendarDay),
    /** Years of which any day is known; a year with tentative days may still move. */
    years: z.array(z.strictObject({ year: z.int(), days: z.int().min(1), tentative: z.boolean() })),
    /** Running dossiers whose clocks have not been told of this version yet. */
    waiting: z.int().min(0),
  })
  .meta({ id: 'CalendarYear' });
export const calendarQuery = z.strictObject({ year: queryYear.optional() });

/** Days that are added or described anew, and dates that are ordinary days again. */
export const calendarChange = z
  .strictObject({ set: z.array(calendarDay).max(1000), remove: z.array(localDate).max(1000) })
  .meta({ id: 'CalendarChange' });

/** What a file would change: the years it has days of hold just these afterwards. Nothing is saved. */
export const calendarProposal = z
  .strictObject({ version: z.int().min(0), change: calendarChange })
  .meta({ id: 'CalendarProposal' });

/** A deadline that a change of the calendar moves. */
export const movedDeadline = z
  .strictObject({
    taskId: id,
    taskName: z.string(),
    subject: subjectRef,
    from: instant,
    to: instant,
  })
  .meta({ id: 'MovedDeadline' });

/** What a change does to the open deadlines; nothing is saved. */
export const calendarReport = z
  .strictObject({
    version: z.int().min(0),
    /** Open deadlines counted in days whose clock runs. */
    open: z.int().min(0),
    moved: z.int().min(0),
    /** Of those moved, how many would be past at once. */
    overdue: z.int().min(0),
    /** The first 200 of those moved that the account administers, earliest first. */
    deadlines: z.array(movedDeadline),
  })
  .meta({ id: 'CalendarReport' });
export const previewCalendarRequest = z
  .strictObject({ change: calendarChange })
  .meta({ id: 'PreviewCalendarRequest' });

export const changeCalendarRequest = z
  .strictObject({ version: z.int().min(0), change: calendarChange, reason })
  .meta({ id: 'ChangeCalendarRequest' });
export const changeCalendarResult = z
  .strictObject({ version: z.int().min(1), moved: z.int().min(0) })
  .meta({ id: 'ChangeCalendarResult' });

export type CalendarDay = z.infer<typeof calendarDay>;
export type CalendarYear = z.infer<typeof calendarYear>;
export type CalendarChange = z.infer<typeof calendarChange>;
export type CalendarProposal = z.infer<typeof calendarProposal>;
export type MovedDeadline = z.infer<typeof movedDeadline>;
export type CalendarReport = z.infer<typeof calendarReport>;
export type PreviewCalendarRequest = z.infer<typeof previewCalendarRequest>;
export type ChangeCalendarRequest = z.infer<typeof changeCalendarRequest>;
export type ChangeCalendarResult = z.infer<typeof changeCalendarResult>;
