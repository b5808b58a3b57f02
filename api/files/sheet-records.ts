import { ApiError } from '../errors.ts';
import type { Sheet } from './read-sheet.ts';

/** One row of a sheet under the headings that are known; `row` counts as a spreadsheet does. */
export interface SheetRecord<Column extends string> {
  row: number;
  cells: Record<Column, string>;
}

/** Whatever the case and the spaces. */
const plainHeading = (text: string) =>
  text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

/**
 * Rows of a sheet by the names of its columns; rows without a word are skipped, a column that is not there has empty cells. A
 * heading is recognised by its first words: `Thành tích đạt được` is `Thành tích`.
 * @throws ApiError import_columns_missing, file_empty where there is a heading and nothing else
 */
export function sheetRecords<Column extends string>(
  [heading = [], ...rows]: Sheet,
  columns: Record<Column, string>,
  required: readonly Column[],
): SheetRecord<Column>[] {
  const headings = heading.map(plainHeading);
  const names = Object.keys(columns) as Column[];
  const places = new Map(
    names.map((column) => {
      const title = plainHeading(columns[column]);
      const exact = headings.indexOf(title);
      return [column, exact >= 0 ? exact : headings.findIndex((text) => text.startsWith(title))];
    }),
  );
  const missing = required.filter((column) => (places.get(column) ?? -1) < 0);
  if (missing.length > 0) {
    throw new ApiError('import_columns_missing', {
      parameters: { columns: missing.map((column) => columns[column]).join(', ') },
    });
  }
  const records = rows.flatMap((row, i): SheetRecord<Column>[] => {
    if (row.every((text) => text === '')) return [];
    const cells = names.map((column) => [column, row[places.get(column) ?? -1] ?? '']);
    return [{ row: i + 2, cells: Object.fromEntries(cells) as Record<Column, string> }];
  });
  if (records.length === 0) throw new ApiError('file_empty');
  return records;
}

/** `31/12/2026` and `2026-12-31` alike; anything else as it is, to be refused. */
export function isoDate(text: string): string {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!match) return text;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
