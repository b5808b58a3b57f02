import { expect, it } from 'vitest';
import { formatDong, formatInteger, formatScore, formatSize, formatTenths } from './numbers.ts';

it.each([
  [9849, '98,49 %', '98.49 %'],
  [10000, '100,00 %', '100.00 %'],
  [5, '0,05 %', '0.05 %'],
])('score %i is written with two decimals', (basisPoints, vi, en) => {
  expect([formatScore(basisPoints, 'vi'), formatScore(basisPoints, 'en')]).toEqual([vi, en]);
});

it('money is whole đồng, a multiple has one decimal', () => {
  expect([formatDong(2_530_000, 'vi'), formatDong(2_530_000, 'en')]).toEqual(['2.530.000 đ', '2,530,000 đ']);
  expect([formatTenths(45, 'vi'), formatTenths(120, 'en')]).toEqual(['4,5', '12.0']);
});

it('thousands are separated as the language does', () => {
  expect([formatInteger(1125, 'vi'), formatInteger(1125, 'en')]).toEqual(['1.125', '1,125']);
});

it.each([
  [812, '812 B'],
  [46_700, '47 kB'],
  [1_240_000, '1,2 MB'],
])('%i bytes', (bytes, text) => expect(formatSize(bytes, 'vi')).toBe(text));
