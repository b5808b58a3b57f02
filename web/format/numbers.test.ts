import { expect, it } from 'vitest';
import { formatInteger, formatScore, formatSize } from './numbers.ts';

it.each([
  [9849, '98,49 %', '98.49 %'],
  [10000, '100,00 %', '100.00 %'],
  [5, '0,05 %', '0.05 %'],
])('score %i is written with two decimals', (basisPoints, vi, en) => {
  expect([formatScore(basisPoints, 'vi'), formatScore(basisPoints, 'en')]).toEqual([vi, en]);
});

it('thousands are separated as the language does', () => {
  expect([formatInteger(1125, 'vi'), formatInteger(1125, 'en')]).toEqual(['1.125', '1,125']);
});

it.each([
  [812, '812 B'],
  [46_700, '47 kB'],
  [1_240_000, '1,2 MB'],
])('%i bytes', (bytes, text) => expect(formatSize(bytes, 'vi')).toBe(text));
