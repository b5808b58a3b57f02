import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { ApiError } from '../errors.ts';
import { packZip, unpackZip } from './unpack-zip.ts';

/** Cells as text, row by row; row 0 is the heading. */
export type Sheet = string[][];

const limits = { maxEntries: 200, maxBytes: 32 * 1024 * 1024 };
const maxColumns = 50;

/**
 * Reads the first sheet of an .xlsx, or a .csv in UTF-8 (comma, semicolon or tab). Which one it is, the content says.
 * @throws ApiError file_empty, file_not_a_spreadsheet, file_expands_too_much, import_too_many_rows
 */
export async function readSpreadsheet(content: Buffer, maxRows: number): Promise<Sheet> {
  if (content.length === 0) throw new ApiError('file_empty');
  const isZip = content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
  const rows = isZip ? await readXlsx(content, maxRows) : readCsv(content, maxRows);
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  if (last < 0) throw new ApiError('file_empty');
  // The heading is not a row of data.
  if (last > maxRows) throw new ApiError('import_too_many_rows', { parameters: { limit: maxRows } });
  return rows.slice(0, last + 1);
}

/** Only what a sheet needs is unpacked, under a limit, and handed to the reader as an archive without surprises. */
async function readXlsx(content: Buffer, maxRows: number): Promise<Sheet> {
  const entries = unpackZip(
    content,
    (name) => /^(\[Content_Types\]\.xml|_rels\/|xl\/.*\.(xml|rels)$)/.test(name),
    limits,
  );
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) throw new ApiError('file_not_a_spreadsheet');
  for (const { name, content: xml } of entries) {
    if (name.startsWith('xl/worksheets/')) refuseHugeSheet(xml.toString('latin1'), maxRows);
  }
  try {
    const rows = await readSheet(packZip(entries));
    return rows.map((row) => row.map(cellText));
  } catch {
    throw new ApiError('file_not_a_spreadsheet');
  }
}

/** A single cell far out makes the reader fill the whole rectangle up to it. */
function refuseHugeSheet(xml: string, maxRows: number): void {
  for (const [, column = '', row = ''] of xml.matchAll(/\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    if (columnNumber(column) > maxColumns) throw new ApiError('file_expands_too_much');
    if (Number(row) > maxRows + 1000)
      throw new ApiError('import_too_many_rows', { parameters: { limit: maxRows } });
  }
}

const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).normalize('NFC').trim();
}

function readCsv(content: Buffer, maxRows: number): Sheet {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new ApiError('file_not_a_spreadsheet');
  }
  if (/[^\t-\r -\uffff]/.test(text)) throw new ApiError('file_not_a_spreadsheet');
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((candidate) => firstLine.includes(candidate)) ?? ',';
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relaxColumnCount: true,
      to: maxRows + 2,
      maxRecordSize: 100_000,
    });
    return rows.map((row) => row.map(cellText));
  } catch {
    throw new ApiError('file_not_a_spreadsheet');
  }
}
