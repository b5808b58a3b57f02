import { expect, test } from 'vitest';
import { fromEpochDay, toEpochDay } from './local-date.ts';

test('every day from 1600 to 2400 is written as ISO 8601 and read back', () => {
  const first = Date.UTC(1600, 0, 1) / 86_400_000;
  const last = Date.UTC(2400, 11, 31) / 86_400_000;
  for (let day = first; day <= last; day++) {
    const date = fromEpochDay(day);
    if (date !== new Date(day * 86_400_000).toISOString().slice(0, 10) || toEpochDay(date) !== day) {
      expect.fail(`${date} is not day ${day}`);
    }
  }
  expect(fromEpochDay(0)).toBe('1970-01-01');
});

test.each([
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['2100-02-29', false],
  ['2026-02-29', false],
  ['2026-04-31', false],
  ['2026-12-31', true],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['0099-01-01', false],
  ['2026-1-1', false],
  ['2026-01-01T00:00:00Z', false],
])('%s is a day of the calendar: %s', (date, valid) => {
  if (valid) expect(fromEpochDay(toEpochDay(date))).toBe(date);
  else expect(() => toEpochDay(date)).toThrow(RangeError);
});
