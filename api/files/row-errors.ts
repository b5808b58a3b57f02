import type { Locale, RowError } from '../contract/common.ts';
import { ApiError } from '../errors.ts';

/** What is wrong with one cell of a sheet; `column` is its heading. */
export interface CellError {
  row: number;
  column: string;
  code: string;
  sentence: { vi: string; en: string };
}

/** At most this many cells are reported; fixing them shows the next. */
const maxReported = 500;

/** The refusal of a sheet with its wrong cells, in the order of the rows. */
export function rowsInvalid(errors: readonly CellError[]): ApiError {
  const sorted = [...errors].sort((a, b) => a.row - b.row);
  const rows = (locale: Locale): RowError[] =>
    sorted
      .slice(0, maxReported)
      .map(({ row, column, code, sentence }) => ({ row, column, code, detail: sentence[locale] }));
  return new ApiError('import_rows_invalid', { parameters: { count: errors.length }, rows });
}
