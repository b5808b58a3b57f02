import writeXlsxFile from 'write-excel-file/node';
import { type CalendarDay, dayProblems, parseCalendar } from '../../domain/calendar.ts';
import type { Bilingual } from '../../domain/law/source.ts';
import { calendarDay } from '../contract/calendar.ts';
import { ApiError } from '../errors.ts';
import { readSpreadsheet, type Sheet } from './read-sheet.ts';
import { type CellError, rowsInvalid } from './row-errors.ts';
import { isoDate, sheetRecords } from './sheet-records.ts';

/** Columns of the sheet a calendar is imported from, by their headings. */
const columns = {
  date: 'Ngày',
  kind: 'Loại',
  name: 'Tên',
  tentative: 'Dự kiến',
  citation: 'Căn cứ',
  grade: 'Độ tin cậy',
} as const;
type Column = keyof typeof columns;
const order = Object.keys(columns) as Column[];

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
  const problems: CellError[] = [];
  const days: (CalendarDay & { row: number })[] = [];
  for (const { row, cells } of sheetRecords(sheet, columns, order)) {
    const parsed = calendarDay.safeParse({
      date: isoDate(cells.date),
      kind: kindWords[cells.kind.toLocaleLowerCase('vi')],
      name: cells.name,
      tentative: yesWords[cells.tentative.toLocaleLowerCase('vi')],
      citation: cells.citation,
      grade: cells.grade.toUpperCase(),
    });
    if (parsed.success) days.push({ ...parsed.data, row });
    for (const { path } of parsed.error?.issues ?? []) {
      const column = path[0] as Column;
      problems.push({ row, column: columns[column], ...wrongCell(column, cells[column]) });
    }
  }
  for (const { index, field, code, message } of dayProblems(days)) {
    problems.push({ row: days[index]?.row ?? 0, column: columns[field], code, sentence: message });
  }
  return { days: days.map(({ row: _, ...day }) => day), problems };
}

const wanted: Record<Column, Bilingual> = {
  date: {
    vi: 'ngày có thật, dạng 31/12/2026 hoặc 2026-12-31',
    en: 'a date that exists, as 31/12/2026 or 2026-12-31',
  },
  kind: { vi: '"nghỉ lễ", "nghỉ bù" hoặc "làm bù"', en: '"holiday", "compensatory" or "make_up"' },
  name: { vi: 'tên ngày, một dòng', en: 'what the day is, in one line' },
  tentative: { vi: '"có" hoặc để trống', en: '"yes" or nothing' },
  citation: { vi: 'văn bản làm căn cứ', en: 'the text it rests on' },
  grade: { vi: 'A, B, C hoặc U', en: 'A, B, C or U' },
};

function wrongCell(column: Column, text: string): Pick<CellError, 'code' | 'sentence'> {
  const code = text === '' ? 'required' : 'invalid';
  const { vi, en } = wanted[column];
  return {
    code,
    sentence: { vi: `"${text}" không dùng được; cần ${vi}.`, en: `"${text}" cannot be used; give ${en}.` },
  };
}

/** The sheet with days that are in the calendar already, to be changed and imported again, as .xlsx. */
export async function calendarSheet(days: readonly CalendarDay[]): Promise<Buffer> {
  const words = { holiday: 'nghỉ lễ', compensatory: 'nghỉ bù', make_up: 'làm bù' } as const;
  const rows = days.map(({ date, kind, name, tentative, citation, grade }) => [
    date.split('-').reverse().join('/'),
    words[kind],
    name,
    tentative ? 'có' : '',
    citation,
    grade,
  ]);
  const widths = [14, 14, 40, 12, 50, 12].map((width) => ({ width }));
  return writeXlsxFile(
    [
      order.map((column) => ({ value: columns[column], fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => ({ value, type: String }))),
    ],
    { columns: widths, sheet: 'Lịch' },
  ).toBuffer();
}
