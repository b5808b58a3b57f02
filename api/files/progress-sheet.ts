import writeXlsxFile from 'write-excel-file/node';
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

/** A sheet with a line for everything that is to be scored, as .xlsx: what a task system counts is filled in beside it. */
export async function progressTemplate(
  lines: readonly { itemCode: string; unit: { code: string } }[],
): Promise<Buffer> {
  const { itemCode, unitCode, tasks, done } = progressColumns;
  const heading = [itemCode, unitCode, tasks, done].map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = lines.map((line) => [
    { value: line.itemCode, type: String },
    { value: line.unit.code, type: String },
    null,
    null,
  ]);
  const widths = [24, 24, 12, 14].map((width) => ({ width }));
  return writeXlsxFile([heading, ...rows], { columns: widths, sheet: 'Tiến độ' }).toBuffer();
}
