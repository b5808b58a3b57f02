import writeXlsxFile from 'write-excel-file/node';

/** A column as it is printed. */
export interface PrintedColumn {
  heading: string;
  /** Width in characters. */
  width: number;
}

/** A sheet with bold headings and its cells as text, so that a spreadsheet reckons with none of them, as .xlsx. */
export function writeSheet(
  title: string,
  columns: readonly PrintedColumn[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  return writeXlsxFile(
    [
      columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
    ],
    { columns: columns.map(({ width }) => ({ width })), sheet: title },
  ).toBuffer();
}
