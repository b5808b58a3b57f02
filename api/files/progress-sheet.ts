import type { Sheet } from './read-sheet.ts';
import { sheetRecords } from './sheet-records.ts';
import { writeSheet } from './write-sheet.ts';

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

/** A sheet with a line for everything that is to be scored, as .xlsx: what a task system counts is filled in beside it. */
export const progressTemplate = (
  lines: readonly { itemCode: string; unit: { code: string } }[],
): Promise<Buffer> =>
  writeSheet(
    'Tiến độ',
    [
      { heading: progressColumns.itemCode, width: 24 },
      { heading: progressColumns.unitCode, width: 24 },
      { heading: progressColumns.tasks, width: 12 },
      { heading: progressColumns.done, width: 14 },
    ],
    lines.map(({ itemCode, unit }) => [itemCode, unit.code, '', '']),
  );
