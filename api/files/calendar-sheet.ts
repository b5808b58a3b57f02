import { z } from 'zod';
import { type CalendarDay, dayProblems, parseCalendar } from '../../domain/calendar.ts';
import { calendarDay } from '../contract/calendar.ts';
import { ApiError } from '../errors.ts';
import { dateCell, wordCell } from './cells.ts';
import { readSpreadsheet, type Sheet } from './read-sheet.ts';
import { type CellError, rowsInvalid } from './row-errors.ts';
import { sheetForm } from './sheet-form.ts';

/** Words by which a sheet names the kinds of days. */
const kindWords: Record<string, CalendarDay['kind']> = {
  'nghỉ lễ': 'holiday',
  holiday: 'holiday',
  'nghỉ bù': 'compensatory',
  compensatory: 'compensatory',
  'làm bù': 'make_up',
  make_up: 'make_up',
};
const yesWords: Record<string, boolean> = {
  '': false,
  không: false,
  no: false,
  có: true,
  x: true,
  yes: true,
};

/** The sheet a calendar is imported from: every column has to be there. */
const days = sheetForm({
  title: 'Lịch',
  columns: {
    date: { heading: 'Ngày', width: 14, required: true, ...dateCell },
    kind: {
      heading: 'Loại',
      width: 14,
      required: true,
      ...wordCell(kindWords, {
        vi: '"nghỉ lễ", "nghỉ bù" hoặc "làm bù"',
        en: '"holiday", "compensatory" or "make_up"',
      }),
    },
    name: {
      heading: 'Tên',
      width: 40,
      required: true,
      cell: calendarDay.shape.name,
      wanted: { vi: 'tên ngày, một dòng', en: 'what the day is, in one line' },
    },
    tentative: {
      heading: 'Dự kiến',
      width: 12,
      required: true,
      ...wordCell(yesWords, { vi: '"có" hoặc để trống', en: '"yes" or nothing' }),
    },
    citation: {
      heading: 'Căn cứ',
      width: 50,
      required: true,
      cell: calendarDay.shape.citation,
      wanted: { vi: 'văn bản làm căn cứ', en: 'the text it rests on' },
    },
    grade: {
      heading: 'Độ tin cậy',
      width: 12,
      required: true,
      cell: z.string().toUpperCase().pipe(calendarDay.shape.grade),
      wanted: { vi: 'A, B, C hoặc U', en: 'A, B, C or U' },
    },
  },
  examples: [],
});

const maxRows = 1000;

/**
 * The days of an .xlsx, .csv or YAML file (as in `rules/calendar/`); what is wrong is said line by line.
 * @throws ApiError file_empty, file_not_a_spreadsheet, file_expands_too_much, import_columns_missing,
 *   import_too_many_rows, import_rows_invalid
 */
export async function readCalendarFile(fileName: string, content: Buffer): Promise<CalendarDay[]> {
  if (content.length === 0) throw new ApiError('file_empty');
  const { days, problems } = /\.ya?ml$/i.test(fileName)
    ? readYaml(fileName, content)
    : readRows(await readSpreadsheet(content, maxRows));
  if (problems.length > 0) throw rowsInvalid(problems);
  if (days.length === 0) throw new ApiError('file_empty');
  return days;
}

interface Reading {
  days: CalendarDay[];
  problems: CellError[];
}

function readYaml(fileName: string, content: Buffer): Reading {
  const { calendar, problems = [] } = parseCalendar(content.toString('utf8'), fileName);
  return {
    days: calendar?.days ?? [],
    problems: problems.map(({ line, path, code, message }) => ({
      row: line,
      column: path,
      code,
      sentence: message,
    })),
  };
}

function readRows(sheet: Sheet): Reading {
  const { rows, errors } = days.read(sheet);
  const clashes = dayProblems(rows).map(({ index, field, code, message }) => ({
    row: rows[index]?.row ?? 0,
    column: days.headings[field],
    code,
    sentence: message,
  }));
  return { days: rows.map(({ row: _, ...day }) => day), problems: [...errors, ...clashes] };
}

const words = { holiday: 'nghỉ lễ', compensatory: 'nghỉ bù', make_up: 'làm bù' } as const;

/** The sheet with days that are in the calendar already, to be changed and imported again, as .xlsx. */
export const calendarSheet = (listed: readonly CalendarDay[]): Promise<Buffer> =>
  days.template(
    listed.map(({ date, kind, name, tentative, citation, grade }) => ({
      date: date.split('-').reverse().join('/'),
      kind: words[kind],
      name,
      tentative: tentative ? 'có' : '',
      citation,
      grade,
    })),
  );
