import { expect, test } from 'vitest';
import { safeName } from './safe-name.ts';

test.each([
  ['a name', 'Báo cáo thành tích.pdf', 'Báo cáo thành tích.pdf'],
  ['a path', '../../etc/passwd', 'passwd'],
  ['a path of Windows', 'C:\\Users\\an\\a.pdf', 'a.pdf'],
  ['a path and nothing after it', '../', 'document'],
  ['lines, as headers have', 'a.pdf\r\nSet-Cookie: b', 'a.pdfSet-Cookie: b'],
  ['a NUL', 'a.exe\u0000.pdf', 'a.exe.pdf'],
  ['letters turned around', 'a\u202efdp.exe', 'afdp.exe'],
  ['half a letter', 'a\ud800.pdf', 'a\ufffd.pdf'],
  ['marks apart', 'Ba\u0301o.pdf', 'Báo.pdf'],
  ['no name', ' ', 'document'],
  ['no end', 'a'.repeat(1000), 'a'.repeat(200)],
])('%s', (_, sent, kept) => {
  expect(safeName(sent)).toBe(kept);
});
