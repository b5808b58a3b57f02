import writeXlsxFile from 'write-excel-file/node';
import type { Bilingual } from '../../domain/law/source.ts';
import { directWorkSheetRow } from '../contract/award-shares.ts';
import type { Sheet } from './read-sheet.ts';
import type { CellError } from './row-errors.ts';
import { isoDate, sheetRecords } from './sheet-records.ts';

/** Columns of the sheet that says who works directly, by their headings. */
export const directWorkColumns = {
  code: 'Mã số',
  name: 'Họ và tên',
  isDirectWorker: 'Lao động trực tiếp',
  from: 'Từ ngày',
} as const;
type Column = keyof typeof directWorkColumns;

const answers: Record<string, boolean> = { có: true, không: false, x: true, yes: true, no: false };
const wanted: Record<Column, Bilingual> = {
  code: { vi: 'mã nhân viên hoặc địa chỉ thư', en: 'a staff code or mail address' },
  name: { vi: 'họ và tên', en: 'a name' },
  isDirectWorker: { vi: '"có" hoặc "không"', en: '"có" or "không"' },
  from: {
    vi: 'ngày có thật, dạng 01/07/2026, hoặc để trống',
    en: 'a date that exists, as 01/07/2026, or nothing',
  },
};

export interface DirectWorkRow {
  row: number;
  code: string;
  isDirectWorker: boolean;
  from: string | null;
}

/**
 * Rows of the sheet whose cells can be read, and what is wrong with the others; the name is there for people to read.
 * @throws ApiError import_columns_missing, file_empty
 */
export function directWorkRows(sheet: Sheet): { rows: DirectWorkRow[]; errors: CellError[] } {
  const rows: DirectWorkRow[] = [];
  const errors: CellError[] = [];
  for (const { row, cells } of sheetRecords<Column>(sheet, directWorkColumns, ['code', 'isDirectWorker'])) {
    const parsed = directWorkSheetRow.safeParse({
      code: cells.code,
      isDirectWorker: answers[cells.isDirectWorker.toLocaleLowerCase('vi').trim()],
      from: cells.from === '' ? null : isoDate(cells.from),
    });
    if (parsed.success) rows.push({ row, ...parsed.data });
    for (const { path } of parsed.error?.issues ?? []) {
      const column = path[0] as Column;
      const { vi, en } = wanted[column];
      errors.push({
        row,
        column: directWorkColumns[column],
        code: cells[column] === '' ? 'required' : 'invalid',
        sentence: {
          vi: `"${cells[column]}" không dùng được; cần ${vi}.`,
          en: `"${cells[column]}" cannot be used; give ${en}.`,
        },
      });
    }
  }
  return { rows, errors };
}

/** An empty sheet with the headings and two lines that show how to fill it, as .xlsx. */
export function directWorkTemplate(): Promise<Buffer> {
  const order = Object.keys(directWorkColumns) as Column[];
  const examples: Record<Column, string>[] = [
    { code: 'TK-0123', name: 'Nguyễn Thị Ví Dụ', isDirectWorker: 'có', from: '' },
    { code: 'TK-0124', name: 'Trần Văn Mẫu', isDirectWorker: 'không', from: '01/07/2026' },
  ];
  return writeXlsxFile(
    [
      order.map((column) => ({ value: directWorkColumns[column], fontWeight: 'bold' as const })),
      ...examples.map((row) => order.map((column) => ({ value: row[column], type: String }))),
    ],
    { columns: [16, 32, 20, 14].map((width) => ({ width })), sheet: 'Lao động trực tiếp' },
  ).toBuffer();
}
