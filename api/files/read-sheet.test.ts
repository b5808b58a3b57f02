import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readSpreadsheet } from './read-sheet.ts';
import { packZip, unpackZip } from './unpack-zip.ts';

const rows = [
  ['Họ và tên', 'Năm'],
  ['Nguyễn Thị "Ví Dụ"; A', '10'],
];
const xlsx = () =>
  writeXlsxFile(
    [rows[0] ?? [], [rows[1]?.[0] ?? '', 10]].map((row) => row.map((value) => ({ value }))),
  ).toBuffer();

describe('the same cells from every format', () => {
  test.each([
    ['semicolons, as Excel writes .csv here', 'Họ và tên;Năm\r\n"Nguyễn Thị ""Ví Dụ""; A";10\r\n'],
    ['commas', 'Họ và tên,Năm\n"Nguyễn Thị ""Ví Dụ""; A",10'],
    ['tabs', 'Họ và tên\tNăm\n"Nguyễn Thị ""Ví Dụ""; A"\t10'],
    ['a byte order mark', '\ufeffHọ và tên;Năm\r\n"Nguyễn Thị ""Ví Dụ""; A";10'],
    ['decomposed letters', 'Họ và tên;Năm\n"Nguyễn Thị ""Ví Dụ""; A";10'.normalize('NFD')],
    ['blanks around and empty lines after', ' Họ và tên ;Năm\n"Nguyễn Thị ""Ví Dụ""; A"; 10\n;\n;\n'],
  ])('%s', async (_, text) => {
    expect(await readSpreadsheet(Buffer.from(text), 100)).toEqual(rows);
  });

  test('.xlsx, numbers as their text', async () => {
    expect(await readSpreadsheet(await xlsx(), 100)).toEqual(rows);
  });
});

describe('refused', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['empty cells only', Buffer.from(';;\n;;\n'), 'file_empty'],
    ['text of another encoding', Buffer.from([0x48, 0x1ecd & 0xff, 0xff, 0x0a]), 'file_not_a_spreadsheet'],
    ['control characters', Buffer.from('a;b\u0000\n'), 'file_not_a_spreadsheet'],
    ['a quotation without an end', Buffer.from('a;b\n"c;d\n'), 'file_not_a_spreadsheet'],
    ['one row more than allowed', Buffer.from('a\n1\n2\n3\n4\n'), 'import_too_many_rows'],
  ])('%s', async (_, content, code) => {
    await expect(readSpreadsheet(content, 3)).rejects.toMatchObject({ code });
  });

  test.each([
    ['a cell in the last column of all', 'XFD2', 'file_expands_too_much'],
    ['a cell in the last row of all', 'A1048576', 'import_too_many_rows'],
  ])('%s, which would make the reader fill the rectangle up to it', async (_, cell, code) => {
    const entries = unpackZip(await xlsx(), () => true, { maxEntries: 100, maxBytes: 1e6 }) ?? [];
    const moved = entries.map(({ name, content }) => ({
      name,
      content: Buffer.from(content.toString('utf8').replaceAll('r="A2"', `r="${cell}"`)),
    }));
    await expect(readSpreadsheet(packZip(moved), 100)).rejects.toMatchObject({ code });
  });
});
