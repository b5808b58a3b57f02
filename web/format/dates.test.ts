import { describe, expect, it } from 'vitest';
import { clockInVietnam, distance, formatDate, formatDay, formatInstant, instantInVietnam } from './dates.ts';

describe('dates are shown as read in Vietnam', () => {
  it.each([
    ['2026-11-22T03:00:00.000Z', '22/11/2026 10:00'],
    ['2026-12-31T17:00:00.000Z', '01/01/2027 00:00'],
    ['2027-02-04T16:59:59.000Z', '04/02/2027 23:59'],
  ])('%s is %s', (instant, text) => {
    expect(formatInstant(instant)).toBe(text);
    expect(formatDay(instant)).toBe(text.slice(0, 10));
  });

  it('a calendar date keeps its day', () => expect(formatDate('2027-02-05')).toBe('05/02/2027'));

  it('a picked minute is a minute in Vietnam, wherever the browser is', () => {
    expect(instantInVietnam('2026-11-24T08:30')).toBe('2026-11-24T01:30:00.000Z');
    expect(clockInVietnam('2026-11-24T01:30:00.000Z')).toBe('2026-11-24T08:30');
  });
});

describe('distance names the largest unit that fits', () => {
  const now = Date.parse('2026-11-22T00:00:00Z');
  it.each([
    ['2026-11-25T01:00:00Z', 'ahead', 'day', 3],
    ['2026-11-23T12:00:00Z', 'ahead', 'hour', 36],
    ['2026-11-22T00:20:00Z', 'ahead', 'minute', 20],
    ['2026-11-22T00:00:10Z', 'ahead', 'minute', 1],
    ['2026-11-21T22:00:00Z', 'past', 'hour', 2],
    ['2026-11-19T00:00:00Z', 'past', 'day', 3],
  ] as const)('%s', (instant, direction, unit, amount) => {
    expect(distance(instant, now)).toEqual({ direction, unit, amount });
  });
});
