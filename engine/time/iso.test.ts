import { expect, test } from 'vitest';
import { addDuration, parseCycle, parseDuration, parseInstant } from './iso.ts';

test.each([
  ['2026-11-22T03:00:00Z', '2026-11-22T03:00:00.000Z'],
  ['2026-11-22T10:00:00+07:00', '2026-11-22T03:00:00.000Z'],
  ['2026-11-22T10:00', '2026-11-22T03:00:00.000Z'],
  ['2026-11-22', '2026-11-21T17:00:00.000Z'],
  ['2026-11-22T10:00:00@Asia/Ho_Chi_Minh', '2026-11-22T03:00:00.000Z'],
  ['2026-11-22T10:00:00.5+07:00', '2026-11-22T03:00:00.500Z'],
  ['2026-02-30', null],
  ['2026-11-22T25:00', null],
  ['22/11/2026', null],
  ['', null],
])('the moment %s is %s', (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});

test.each([
  ['2026-01-31T03:00:00.000Z', 'P1M', '2026-02-28T03:00:00.000Z'],
  ['2024-02-29T03:00:00.000Z', 'P1Y', '2025-02-28T03:00:00.000Z'],
  ['2026-12-31T18:00:00.000Z', 'P1M', '2027-01-31T18:00:00.000Z'],
  ['2026-11-22T03:00:00.000Z', 'P1W2DT3H4M5.5S', '2026-12-01T06:04:05.500Z'],
  ['2026-11-22T03:00:00.000Z', '-PT1H', '2026-11-22T02:00:00.000Z'],
  ['2026-11-22T03:00:00.000Z', 'PT0S', '2026-11-22T03:00:00.000Z'],
  ['2026-11-22T03:00:00.000Z', 'P9999Y', null],
])('%s + %s = %s', (from, text, to) => {
  const duration = parseDuration(text);
  expect(duration && addDuration(from, duration)).toBe(to);
});

test.each(['P', 'PT', 'P1DT', '3 days', 'P1.5D', 'PT1H ', ''])('%j is not a duration', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test.each([
  ['R3/PT10M', { times: 3, from: null, every: 'PT10M', until: null }],
  ['R/P1D', { times: null, from: null, every: 'P1D', until: null }],
  ['R2/2026-01-01T00:00Z/P1D', { times: 2, from: '2026-01-01T00:00:00.000Z', every: 'P1D', until: null }],
  ['R2/PT10M/2026-01-01T00:00Z', { times: 2, from: null, every: 'PT10M', until: '2026-01-01T00:00:00.000Z' }],
  [
    'R2/2026-01-01T00:00Z/2026-01-01T06:00Z',
    { times: 2, from: '2026-01-01T00:00:00.000Z', every: 'PT21600S', until: null },
  ],
  ['R2/2026-01-01T06:00Z/2026-01-01T00:00Z', null],
  ['R2/PT10M/PT20M', null],
  ['R2/PT10M/2026-01-01T00:00Z/PT1M', null],
  ['PT10M', { times: null, from: null, every: 'PT10M', until: null }],
  ['R/PT0S', null],
  ['R3/-PT1M', null],
  ['R3/', null],
  ['0 0 9 * * *', null],
])('the cycle %s', (text, cycle) => {
  expect(parseCycle(text)).toEqual(cycle);
});
