import type { Sheet } from './read-sheet.ts';
import { sheetRecords } from './sheet-records.ts';

/** Columns of the sheet that progress is imported from, by their headings. */
export const progressColumns = {
  itemCode: 'Mã nhiệm vụ',
  unitCode: 'Mã đơn vị',
  tasks: 'Số việc',
  done: 'Hoàn thành',
} as const;

/** Rows of a task system's file. @throws ApiError import_columns_missing, file_empty */
export const progressRows = (sheet: Sheet) =>
  sheetRecords(sheet, progressColumns, ['itemCode', 'unitCode', 'tasks', 'done']).map(({ row, cells }) => ({
    row,
    ...cells,
  }));
