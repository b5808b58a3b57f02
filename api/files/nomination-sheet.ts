import writeXlsxFile from 'write-excel-file/node';
import { ApiError } from '../errors.ts';
import type { Sheet } from './read-sheet.ts';

/** Columns of the sheet nominees are imported from, by their headings; `code` may be left out. */
export const columns = {
  name: 'Họ và tên',
  post: 'Chức vụ',
  unit: 'Đơn vị',
  code: 'Mã số',
  achievement: 'Thành tích',
} as const;
export type Column = keyof typeof columns;

/** One nominee as the sheet names it; `row` counts as a spreadsheet does. */
export interface SheetRow extends Record<Column, string> {
  row: number;
}

/** A heading is recognised by its first words, whatever its case and spaces: `Thành tích đạt được` is `Thành tích`. */
const plainHeading = (text: string) =>
  text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

/**
 * Rows of the sheet under the known headings; empty rows are skipped.
 * @throws ApiError import_columns_missing, file_empty where there is a heading and nothing else
 */
export function nominationRows(sheet: Sheet): SheetRow[] {
  const [heading = [], ...rows] = sheet;
  const headings = heading.map(plainHeading);
  const positions = Object.fromEntries(
    Object.entries(columns).map(([column, title]) => [
      column,
      headings.findIndex((text) => text.startsWith(plainHeading(title))),
    ]),
  ) as Record<Column, number>;
  const missing = (['name', 'post', 'unit'] as const).filter((column) => positions[column] < 0);
  if (missing.length > 0) {
    throw new ApiError('import_columns_missing', {
      parameters: { columns: missing.map((c) => columns[c]).join(', ') },
    });
  }
  const cell = (row: string[], column: Column) => row[positions[column]] ?? '';
  const filled = rows.flatMap((row, i): SheetRow[] =>
    row.every((text) => text === '')
      ? []
      : [
          {
            row: i + 2,
            name: cell(row, 'name'),
            post: cell(row, 'post'),
            unit: cell(row, 'unit'),
            code: cell(row, 'code'),
            achievement: cell(row, 'achievement'),
          },
        ],
  );
  if (filled.length === 0) throw new ApiError('file_empty');
  return filled;
}

/** An empty sheet with the headings and two lines that show how to fill it, as .xlsx. */
export async function nominationTemplate(): Promise<Buffer> {
  const order: Column[] = ['name', 'post', 'unit', 'code', 'achievement'];
  const heading = order.map((column) => ({ value: columns[column], fontWeight: 'bold' as const }));
  const examples = [
    ['Nguyễn Thị Ví Dụ', 'Chuyên viên', 'Phòng Tổng hợp', '', '10 năm công tác trong ngành'],
    ['Trần Văn Minh Họa', 'Nguyên Trưởng phòng', 'Cục Thống kê tỉnh', '', 'Có công với ngành'],
  ].map((row) => row.map((value) => ({ value, type: String })));
  const widths = [30, 24, 34, 40, 60].map((width) => ({ width }));
  return writeXlsxFile([heading, ...examples], { columns: widths, sheet: 'Danh sách' }).toBuffer();
}
