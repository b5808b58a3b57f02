import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packZip, unpackZip, zipNames } from './unpack-zip.ts';

const limits = { maxEntries: 10, maxBytes: 1000 };
const all = () => true;
const entry = (name: string, text: string) => ({ name, content: Buffer.from(text) });

test('what was packed is unpacked, names in any script', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(names, fc.uint8Array({ maxLength: 90 }), (paths, bytes) => {
      const entries = paths.map((name) => ({ name: name.toWellFormed(), content: Buffer.from(bytes) }));
      expect(unpackZip(packZip(entries), all, limits)).toEqual(entries);
    }),
  );
});

test('only what is wanted is unpacked', () => {
  const archive = packZip([entry('a.xml', '<a/>'), entry('b.bin', 'x'.repeat(5000))]);
  expect(unpackZip(archive, (name) => name.endsWith('.xml'), limits)).toEqual([entry('a.xml', '<a/>')]);
  expect(zipNames(archive)).toEqual(['a.xml', 'b.bin']);
});

describe('limits hold whatever the archive says', () => {
  test.each([
    ['too many entries', Array.from({ length: 11 }, (_, i) => entry(`${i}`, ''))],
    ['entries too large together', [entry('a', 'x'.repeat(600)), entry('b', 'x'.repeat(600))]],
  ])('%s', (_, entries) => {
    expect(() => unpackZip(packZip(entries), all, limits)).toThrow('file_expands_too_much');
  });

  test('an entry that inflates beyond what is left', () => {
    const archive = packZip([{ name: 'a', content: deflateRawSync(Buffer.alloc(5000)) }]);
    archive.writeUInt16LE(8, 8);
    archive.writeUInt16LE(8, archive.indexOf('PK\u0001\u0002', 0, 'latin1') + 10);
    expect(() => unpackZip(archive, all, limits)).toThrow('file_expands_too_much');
  });
});

describe('no archive', () => {
  const whole = packZip([entry('a', 'abc'), entry('b', 'def')]);
  test('bytes of any kind are refused without an exception', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        (bytes) => unpackZip(Buffer.from(bytes), all, limits) === undefined,
      ),
    );
  });

  test('an archive with bytes changed gives its entries, nothing, or the limit; never another error', () => {
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(changes, (bytes) => {
        const broken = Buffer.from(whole);
        for (const [at, value] of bytes) broken[at] = value;
        try {
          unpackZip(broken, all, limits);
        } catch (error) {
          expect(error).toMatchObject({ code: 'file_expands_too_much' });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
