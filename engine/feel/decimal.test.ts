/** FEEL numbers are decimals of 34 digits, checked against integers of any size. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  formatNumber,
  fromBigInt,
  multiply,
  parseNumber,
  power,
  subtract,
} from './decimal.ts';

const read = (text: string) => parseNumber(text) ?? Number.NaN;
const written = (n: ReturnType<typeof parseNumber>) => (n === null ? null : formatNumber(n));

test.each([
  ['0.1 + 0.2', add(0.1, 0.2), '0.3'],
  ['9007199254740993 - 1', subtract(read('9007199254740993'), 1), '9007199254740992'],
  ['1 / 3', divide(1, 3), `0.${'3'.repeat(34)}`],
  ['2 / 3 is rounded', divide(2, 3), `0.${'6'.repeat(33)}7`],
  ['10 / 2', divide(10, 2), '5'],
  ['1 / 0', divide(1, 0), null],
  ['0.1 * 0.1', multiply(0.1, 0.1), '0.01'],
  ['2 ** 100', power(2, 100), '1267650600228229401496703205376'],
  ['10 ** 7000 is too large', power(10, 7000), null],
  ['1e3', read('1e3'), '1000'],
  ['-.5', read('-.5'), '-0.5'],
])('%s', (_what, n, text) => {
  expect(written(n)).toBe(text);
});

test.each(['', '.', '1.', '0x10', '1e', '--1', 'NaN', 'Infinity', '１'])('"%s" is no number', (text) => {
  expect(parseNumber(text)).toBeNull();
});

test('integers below 34 digits are exact', () => {
  const integer = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
  fc.assert(
    fc.property(integer, integer, (a, b) => {
      const [x, y] = [fromBigInt(a) ?? 0, fromBigInt(b) ?? 0];
      expect(written(add(x, y))).toBe(String(a + b));
      expect(written(subtract(x, y))).toBe(String(a - b));
      expect(written(multiply(x, y))).toBe(String(a * b));
      expect(Math.sign(compare(x, y))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});
