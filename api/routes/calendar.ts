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
import { calendarSheet, readCalendarFile } from '../files/calendar-sheet.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { sheetEndpoints } from '../http/sheet-endpoints.ts';
import { requireAdmin } from '../queries/administration.ts';
import { getCalendarYear, previewCalendarChange } from '../queries/calendar.ts';

const tag = 'Calendar';
const maxImportBytes = 1024 * 1024;

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
  ...sheetEndpoints({
    tag,
    template: {
      path: '/api/calendar/sheet.xlsx',
      summary: 'The same days as the sheet of the import',
      query: calendarQuery,
      errors: [],
      async sheet(context, { query }) {
        const year = query.year ?? Number(context.today.slice(0, 4));
        const { days } = await readCalendar(context.db);
        const listed = days.filter(({ date }) => date.startsWith(`${year}-`));
        return { fileName: `Lịch ${year}.xlsx`, content: await calendarSheet(listed) };
      },
    },
    upload: {
      path: '/api/admin/calendar/import',
      summary: 'What an .xlsx, .csv or YAML file would change; nothing is saved',
      body: z.strictObject({}),
      maxBytes: maxImportBytes,
      answers: { 200: calendarProposal },
      errors: ['forbidden'],
      async take(context, { file }) {
        requireAdmin(context);
        const listed = await readCalendarFile(file.fileName, file.content);
        const { version, days } = await readCalendar(context.db);
        return { status: 200, body: { version, change: replacingYears(days, listed) } };
      },
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
