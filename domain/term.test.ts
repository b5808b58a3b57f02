import { describe, expect, test } from 'vitest';
import { lastDayOf, yearlyDay } from './term.ts';

const plain = { daysOff: [], workingDays: [] };

describe('terms of years (Civil Code 2015 Articles 147 and 148, grade A)', () => {
  test.each([
    ['the same day a year later', '2025-03-11', 1, '2026-03-11'],
    ['a Saturday a year later: the Monday after', '2025-03-14', 1, '2026-03-16'],
    [
      '29 February, a year without one: the last of the month, a Sunday, so Monday',
      '2020-02-29',
      1,
      '2021-03-01',
    ],
    ['29 February, another leap year', '2024-02-29', 4, '2028-02-29'],
    ['across the turn of the year', '2024-12-31', 1, '2025-12-31'],
  ])('%s', (_, start, amount, due) => {
    expect(lastDayOf({ amount, unit: 'year' }, start, plain)).toBe(due);
  });
});

test('working and calendar days do not count the day of the event either', () => {
  expect(lastDayOf({ amount: 5, unit: 'working_day' }, '2026-11-20', plain)).toBe('2026-11-27');
  expect(lastDayOf({ amount: 15, unit: 'calendar_day' }, '2026-11-20', plain)).toBe('2026-12-07');
});

test('a day of every year, of the year asked about or the next', () => {
  expect(yearlyDay({ month: 6, day: 30, year: 'next' }, 2026)).toBe('2027-06-30');
  expect(yearlyDay({ month: 12, day: 9, year: 'same' }, 2026)).toBe('2026-12-09');
});
