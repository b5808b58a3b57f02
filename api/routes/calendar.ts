import { z } from 'zod';
import { readCalendar } from '../../db/calendar.ts';
import { replacingYears } from '../../domain/calendar.ts';
import { changeCalendar } from '../commands/administration/change-calendar.ts';
import {
  calendarProposal,
  calendarQuery,
  calendarReport,
  calendarYear,
  changeCalendarRequest,
  changeCalendarResult,
  previewCalendarRequest,
} from '../contract/calendar.ts';
import { ApiError } from '../errors.ts';
import { calendarSheet, readCalendarFile } from '../files/calendar-sheet.ts';
import { spreadsheetType } from '../files/media-type.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { requireAdmin } from '../queries/administration.ts';
import { getCalendarYear, previewCalendarChange } from '../queries/calendar.ts';

const tag = 'Calendar';
const maxImportBytes = 1024 * 1024;
const fileErrors = [
  'file_empty',
  'file_not_a_spreadsheet',
  'file_expands_too_much',
  'import_columns_missing',
  'import_too_many_rows',
  'import_rows_invalid',
] as const;

/** The working calendar: read by all, changed by an administrator of the whole organisation who has seen which deadlines move. */
export const calendarRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/calendar',
    tag,
    summary: 'Days of a year that differ from the working week Monday to Friday',
    query: calendarQuery,
    answers: { 200: calendarYear },
    errors: [],
    handle: async (context, { query }) => ({
      status: 200,
      body: await getCalendarYear(context, query.year ?? Number(context.today.slice(0, 4))),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/calendar/sheet.xlsx',
    tag,
    summary: 'The same days as the sheet of the import',
    query: calendarQuery,
    answers: { 200: { files: [spreadsheetType] } },
    errors: [],
    handle: async (context, { query }) => {
      const year = query.year ?? Number(context.today.slice(0, 4));
      const { days } = await readCalendar(context.db);
      const content = await calendarSheet(days.filter(({ date }) => date.startsWith(`${year}-`)));
      return {
        status: 200,
        file: { mediaType: spreadsheetType, fileName: `Lịch ${year}.xlsx`, inline: false, content },
      };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/calendar/import',
    tag,
    summary: 'What an .xlsx, .csv or YAML file would change; nothing is saved',
    upload: { maxBytes: maxImportBytes },
    body: z.strictObject({}),
    answers: { 200: calendarProposal },
    errors: ['forbidden', ...fileErrors],
    async handle(context, { file }) {
      requireAdmin(context);
      if (!file) throw new ApiError('file_missing');
      const listed = await readCalendarFile(file.fileName, file.content);
      const { version, days } = await readCalendar(context.db);
      return { status: 200, body: { version, change: replacingYears(days, listed) } };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/calendar/preview',
    tag,
    summary: 'Which open deadlines a change moves, and from when to when; nothing is saved',
    body: previewCalendarRequest,
    answers: { 200: calendarReport },
    errors: ['forbidden', 'calendar_unchanged'],
    handle: async (context, { body: { change } }) => ({
      status: 200,
      body: await previewCalendarChange(context, change),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/calendar/changes',
    tag,
    summary: 'Change the calendar, with a reason; every open clock is then counted anew',
    body: changeCalendarRequest,
    answers: { 200: changeCalendarResult },
    errors: ['forbidden', 'calendar_unchanged', 'version_conflict'],
    handle: async (context, { body }) => ({ status: 200, body: await changeCalendar(context, body) }),
  }),
];
