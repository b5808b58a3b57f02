import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readZipEntry } from './zip.ts';

/** A small ZIP archive: local headers, central directory, end record (PKWARE APPNOTE 4.3). */
function zip(files: { name: string; text: string; deflated: boolean }[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, deflated } of files) {
    const data = deflated ? deflateRawSync(text) : Buffer.from(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(deflated ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(text), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(text.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, rest, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)]);
}

const archive = [
  { name: 'a/METADATA', text: 'about', deflated: false },
  { name: 'a.data/scripts/temporal', text: 'the program '.repeat(100), deflated: true },
];

test.each([
  ['a deflated file', 'scripts/temporal', 'the program '.repeat(100)],
  ['a stored file', '/METADATA', 'about'],
])('%s is taken out by the end of its name', async (_, suffix, text) => {
  expect((await readZipEntry(zip(archive), suffix))?.toString()).toBe(text);
  expect((await readZipEntry(zip(archive, 'with a comment'), suffix))?.toString()).toBe(text);
});

test('what is not there is null, as is what is no archive', async () => {
  expect(await readZipEntry(zip(archive), '/nothing')).toBeNull();
  expect(await readZipEntry(Buffer.from('not a ZIP archive at all'), '/temporal')).toBeNull();
  expect(await readZipEntry(Buffer.alloc(0), '/temporal')).toBeNull();
});
