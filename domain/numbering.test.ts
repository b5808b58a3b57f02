import { expect, test } from 'vitest';
import {
  dossierCode,
  letterSymbol,
  paperSymbol,
  partySymbol,
  placeAndDate,
  printedDate,
} from './numbering.ts';

test.each([
  [{ number: 15, type: 'QĐ', issuer: 'BNV' }, '15/QĐ-BNV'],
  [{ number: 5, type: 'QĐ', issuer: 'TTg' }, '05/QĐ-TTg'],
  [{ number: 951, type: 'QĐ', issuer: 'TCTK' }, '951/QĐ-TCTK'],
  [{ number: 1, type: 'CT', issuer: 'UBND' }, '01/CT-UBND'],
])('a paper with a type name: %j is %s', (paper, symbol) => {
  expect(paperSymbol(paper)).toBe(symbol);
});

test('an official letter has no type abbreviation (source 001)', () => {
  expect(letterSymbol({ number: 786, issuer: 'TCTK', drafter: 'TCCB' })).toBe('786/TCTK-TCCB');
});

test.each([
  [{ number: 34, type: 'CT', issuer: 'TW' }, '34-CT/TW'],
  [{ number: 52, type: 'CT', issuer: 'TU' }, '52-CT/TU'],
])('a paper of the Party: %j is %s (sources 002, 003)', (paper, symbol) => {
  expect(partySymbol(paper)).toBe(symbol);
});

test.each([
  ['2027-02-05', 'ngày 05 tháng 02 năm 2027'],
  ['2027-01-31', 'ngày 31 tháng 01 năm 2027'],
  ['2027-03-09', 'ngày 09 tháng 3 năm 2027'],
  ['2026-11-22', 'ngày 22 tháng 11 năm 2026'],
])('days below 10 and months 1 and 2 have a leading zero: %s is %s', (date, printed) => {
  expect(printedDate(date)).toBe(printed);
});

test('the place comes before the date', () => {
  expect(placeAndDate('Hà Nội', '2027-02-05')).toBe('Hà Nội, ngày 05 tháng 02 năm 2027');
});

test('a dossier code sorts by year and number', () => {
  expect(dossierCode(2026, 42)).toBe('HS-2026-000042');
});

test.each([0, -1, 1.5, Number.NaN])('%d is no number for a paper', (number) => {
  expect(() => paperSymbol({ number, type: 'QĐ', issuer: 'BNV' })).toThrow(RangeError);
});
