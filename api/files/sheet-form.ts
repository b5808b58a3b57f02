import type { z } from 'zod';
import type { Cell } from './cells.ts';
import type { Sheet } from './read-sheet.ts';
import type { CellError } from './row-errors.ts';
import { sheetRecords } from './sheet-records.ts';
import { type PrintedColumn, writeSheet } from './write-sheet.ts';

/** A column of a form; `required` where the sheet cannot do without it. */
export interface FormColumn<Value> extends PrintedColumn, Cell<Value> {
  required?: boolean;
}
type Columns = Record<string, FormColumn<unknown>>;

/** A row as it was read; `row` counts as a spreadsheet does. */
export type RowOf<C extends Columns> = { [Name in keyof C]: z.output<C[Name]['cell']> } & { row: number };

export interface SheetForm<Row, Names extends PropertyKey = Exclude<keyof Row, 'row'>> {
  /** Name of the sheet and of the file it is handed out as. */
  title: string;
  /** Headings by the names of the columns. */
  headings: Record<Names, string>;
  /** Rows whose cells can be read, and what is wrong with the others. @throws ApiError import_columns_missing, file_empty */
  read(sheet: Sheet): { rows: Row[]; errors: CellError[] };
  /** The sheet with its headings and some lines, as .xlsx; without lines those that show how to fill it. A cell left out is empty. */
  template(lines?: readonly Partial<Record<Names, string>>[]): Promise<Buffer>;
}

/** A sheet that people fill in, told once: its columns are what it is read by, and what its template and its errors say. */
export function sheetForm<C extends Columns>({
  title,
  columns,
  examples,
}: {
  title: string;
  columns: C;
  examples: readonly Partial<Record<keyof C, string>>[];
}): SheetForm<RowOf<C>> {
  const entries = Object.entries(columns);
  const headings = Object.fromEntries(entries.map(([name, { heading }]) => [name, heading]));
  const required = entries.flatMap(([name, column]) => (column.required ? [name] : []));
  return {
    title,
    headings: headings as SheetForm<RowOf<C>>['headings'],
    read(sheet) {
      const rows: RowOf<C>[] = [];
      const errors: CellError[] = [];
      for (const { row, cells } of sheetRecords(sheet, headings, required)) {
        const read = entries.map(([name, { cell }]) => [name, cell.safeParse(cells[name] ?? '')] as const);
        const wrong = read.flatMap(([name, { success }]) => (success ? [] : [name]));
        errors.push(...wrong.map((name) => wrongCell(row, columns[name] as C[string], cells[name] ?? '')));
        if (wrong.length > 0) continue;
        const values = Object.fromEntries(read.map(([name, { data }]) => [name, data]));
        rows.push({ ...values, row } as RowOf<C>);
      }
      return { rows, errors };
    },
    template: (lines = examples) =>
      writeSheet(
        title,
        Object.values(columns),
        lines.map((line) => entries.map(([name]) => line[name as keyof typeof line] ?? '')),
      ),
  };
}

function wrongCell(row: number, { heading, wanted }: FormColumn<unknown>, text: string): CellError {
  return {
    row,
    column: heading,
    code: text === '' ? 'required' : 'invalid',
    sentence: {
      vi: `"${text}" không dùng được; cần ${wanted.vi}.`,
      en: `"${text}" cannot be used; give ${wanted.en}.`,
    },
  };
}
