import type { Sheet } from './read-sheet.ts';
import { sheetRecords } from './sheet-records.ts';
import { writeSheet } from './write-sheet.ts';

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

/** Rows of the sheet under the known headings. @throws ApiError as `sheetRecords` */
export const nominationRows = (sheet: Sheet): SheetRow[] =>
  sheetRecords<Column>(sheet, columns, ['name', 'post', 'unit']).map(({ row, cells }) => ({ row, ...cells }));

/** An empty sheet with the headings and two lines that show how to fill it, as .xlsx. */
export const nominationTemplate = (): Promise<Buffer> =>
  writeSheet(
    'Danh sách',
    [
      { heading: columns.name, width: 30 },
      { heading: columns.post, width: 24 },
      { heading: columns.unit, width: 34 },
      { heading: columns.code, width: 40 },
      { heading: columns.achievement, width: 60 },
    ],
    [
      ['Nguyễn Thị Ví Dụ', 'Chuyên viên', 'Phòng Tổng hợp', '', '10 năm công tác trong ngành'],
      ['Trần Văn Minh Họa', 'Nguyên Trưởng phòng', 'Cục Thống kê tỉnh', '', 'Có công với ngành'],
    ],
  );
