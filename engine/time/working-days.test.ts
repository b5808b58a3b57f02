import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../types.ts';
import {
  addCalendarDays,
  addDays,
  addWorkingDays,
  atLocalHour,
  endOfTerm,
  isWorkingDay,
  localDate,
  startBy,
  workingDaysBetween,
} from './working-days.ts';

/** Vietnam 2026 as announced: Tết, two swapped days with their Saturdays, Giỗ Tổ on a Sunday, the long 2 September. */
const vietnam: Calendar = {
  daysOff: [
    ...['2026-01-01', '2026-01-02'],
    ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    ...['2026-04-27', '2026-04-30', '2026-05-01'],
    ...['2026-08-31', '2026-09-01', '2026-09-02'],
  ],
  workingDays: ['2026-01-10', '2026-08-22'],
};

describe('a working day', () => {
  test.each([
    ['2026-11-20', true, 'Friday'],
    ['2026-11-21', false, 'Saturday'],
    ['2026-11-22', false, 'Sunday'],
    ['2026-01-10', true, 'Saturday worked for Friday 2 January'],
    ['2026-08-22', true, 'Saturday worked for Monday 31 August'],
    ['2026-01-02', false, 'Friday swapped'],
    ['2026-02-17', false, 'first day of Tết'],
    ['2026-04-27', false, 'compensates Giỗ Tổ on Sunday'],
    ['1969-12-28', false, 'a Sunday before 1970'],
  ])('%s: %s (%s)', (date, working) => {
    expect(isWorkingDay(vietnam, date)).toBe(working);
  });
});

describe('a term of n working days does not count the day of the event', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
    ['2026-11-20', 5, '2026-11-27', 'a week'],
    ['2026-11-21', 5, '2026-11-27', 'event on a Saturday'],
    ['2026-02-13', 1, '2026-02-23', 'over Tết'],
    ['2026-02-13', 20, '2026-03-20', 'appraisal of 20 days over Tết'],
    ['2025-12-31', 5, '2026-01-09', 'over New Year, before the made-up Saturday'],
    ['2025-12-31', 6, '2026-01-10', 'ends on a made-up Saturday'],
    ['2026-08-21', 1, '2026-08-22', 'the made-up Saturday counts'],
    ['2026-08-28', 1, '2026-09-03', 'over the long 2 September'],
    ['2026-11-23', 0, '2026-11-23', 'no days, working day'],
    ['2026-11-21', 0, '2026-11-23', 'no days, day off'],
    ['2026-02-23', -1, '2026-02-13', 'backwards over Tết'],
    ['2026-11-27', -3, '2026-11-24', 'three days before'],
  ])('%s + %i = %s (%s)', (date, days, expected) => {
    expect(addWorkingDays(vietnam, date, days)).toBe(expected);
  });
});

test.each([
  ['2026-11-20', 15, '2026-12-07', 'Saturday 5 December moves to Monday'],
  ['2026-02-01', 15, '2026-02-23', 'a day of Tết moves behind it'],
  ['2026-11-20', 3, '2026-11-23', 'a Monday stays'],
])('a term of calendar days never ends on a day off: %s + %i = %s (%s)', (date, days, expected) => {
  expect(addCalendarDays(vietnam, date, days)).toBe(expected);
});

describe('for all days of 2024-2027', () => {
  const days = Array.from({ length: 1461 }, (_, i) => addDays('2024-01-01', i));

  test('startBy(due, n) is the latest day d with addWorkingDays(d, n) <= due', () => {
    for (const due of days) {
      for (const n of [0, 1, 2, 5, 10, 20]) {
        const start = startBy(vietnam, due, n);
        expect(addWorkingDays(vietnam, start, n) <= due, `${due} ${n}`).toBe(true);
        expect(addWorkingDays(vietnam, addDays(start, 1), n) > due, `${due} ${n}`).toBe(true);
      }
    }
  });

  test('workingDaysBetween is the inverse of addWorkingDays', () => {
    for (const date of days) {
      for (const n of [-20, -3, -1, 1, 5, 20]) {
        expect(workingDaysBetween(vietnam, date, addWorkingDays(vietnam, date, n)), `${date} ${n}`).toBe(n);
      }
    }
  });
});

test('a term ends on the working day that counting day by day ends on, for any calendar', () => {
  const date = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n));
  const calendar = fc.record({ daysOff: fc.array(date), workingDays: fc.array(date) });
  fc.assert(
    fc.property(calendar, date, fc.integer({ min: 1, max: 60 }), (cal, from, n) => {
      const end = addWorkingDays(cal, from, n);
      let counted = 0;
      for (let day = addDays(from, 1); day <= end; day = addDays(day, 1))
        if (isWorkingDay(cal, day)) counted++;
      expect(counted).toBe(n);
      expect(isWorkingDay(cal, end)).toBe(true);
    }),
  );
});

test('a term ends at 24:00 local time, which is 17:00 UTC', () => {
  expect(endOfTerm('2026-11-30')).toBe('2026-11-30T17:00:00.000Z');
  expect(atLocalHour('2026-11-30', 8)).toBe('2026-11-30T01:00:00.000Z');
});

test.each([
  ['2026-11-22T16:59:59.999Z', '2026-11-22'],
  ['2026-11-22T17:00:00.000Z', '2026-11-23'],
  ['2026-12-31T18:00:00.000Z', '2027-01-01'],
])('%s falls on %s in Vietnam', (instant, date) => {
  expect(localDate(instant)).toBe(date);
});

test.each(['2026-02-30', '2026-13-01', '22/11/2026', ''])('%j is not a date', (date) => {
  expect(() => addWorkingDays(vietnam, date, 1)).toThrow(RangeError);
});

test.each([1.5, Number.NaN, 10_001, -10_001])('%d is not an amount of days', (days) => {
  expect(() => addWorkingDays(vietnam, '2026-11-22', days)).toThrow(RangeError);
});
