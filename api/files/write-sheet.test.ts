import { expect, test } from 'vitest';
import { readSpreadsheet } from './read-sheet.ts';
import { unpackZip } from './unpack-zip.ts';
import { writeSheet } from './write-sheet.ts';

/** What a spreadsheet would reckon with, ask another program for, or fetch from the network. */
const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://a.example")',
  '<f>1</f>',
];

test('what people wrote is text in a cell, whatever it begins with', async () => {
  const columns = [{ heading: '=1+1', width: 10 }];
  const sheet = await writeSheet(
    'Danh sách',
    columns,
    formulas.map((formula) => [formula]),
  );
  const read = await readSpreadsheet(sheet, 100);
  expect(read.flat()).toEqual(['=1+1', ...formulas.map((formula) => formula.trim())]);
  const parts = unpackZip(sheet, (name) => name.endsWith('.xml'), { maxEntries: 100, maxBytes: 1e6 }) ?? [];
  const cells = parts
    .filter(({ name }) => name.startsWith('xl/worksheets/'))
    .map(({ content }) => content.toString());
  expect(cells).not.toEqual([]);
  expect(cells.filter((xml) => /<f[ >]/.test(xml))).toEqual([]);
});
