import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clock, Pause } from '../types.ts';
import { dueBy, isPaused, paused } from './clock.ts';
import { addDays, addWorkingDays, endOfTerm, localDate } from './working-days.ts';

/** November and December 2026: the 24th off, Saturday the 28th made up. */
const calendar = { daysOff: ['2026-11-24'], workingDays: ['2026-11-28'] };
const at = (date: string, hour = 9) =>
  new Date(`${date}T${String(hour).padStart(2, '0')}:00:00+07:00`).toISOString();
const pause = (from: string, to: string | null, hour = 9): Pause => ({
  from: at(from, hour),
  to: to === null ? null : at(to),
});

describe('a term ends at 24:00 of its last day, its pauses left out (Civil Code 2015, Articles 147 and 148, grade A; pauses: unconfirmed)', () => {
  test.each<[string, Clock['unit'], number, Pause[], string | null]>([
    ['the day of the event is not counted', 'working_day', 1, [], '2026-11-23'],
    ['a day off and the weekend are not, a made-up Saturday is', 'working_day', 5, [], '2026-11-28'],
    ['the day a pause begins on counts', 'working_day', 5, [pause('2026-11-23', '2026-11-30')], '2026-12-04'],
    ['the day it ends on does not', 'working_day', 2, [pause('2026-11-23', '2026-11-25')], '2026-11-26'],
    [
      'a pause that ends the day it begins changes nothing',
      'working_day',
      5,
      [pause('2026-11-25', '2026-11-25')],
      '2026-11-28',
    ],
    [
      'a pause over days off alone changes nothing',
      'working_day',
      5,
      [pause('2026-11-20', '2026-11-22')],
      '2026-11-28',
    ],
    [
      'two pauses add up',
      'working_day',
      5,
      [pause('2026-11-23', '2026-11-25'), pause('2026-11-26', '2026-11-30')],
      '2026-12-03',
    ],
    ['while it stands still there is no end', 'working_day', 5, [pause('2026-11-23', null)], null],
    [
      'stopped on its last day it ends on the day it runs again',
      'working_day',
      5,
      [pause('2026-11-28', '2026-12-02')],
      '2026-12-02',
    ],
    [
      'and where that is a day off, on the next working day',
      'working_day',
      5,
      [pause('2026-11-28', '2026-12-05')],
      '2026-12-07',
    ],
    ['a pause after its end changes nothing', 'working_day', 1, [pause('2026-11-25', null)], '2026-11-23'],
    ['calendar days count every day', 'calendar_day', 5, [], '2026-11-25'],
    ['and end on a working day', 'calendar_day', 1, [], '2026-11-23'],
    [
      'calendar days stand still as well',
      'calendar_day',
      5,
      [pause('2026-11-23', '2026-11-30')],
      '2026-12-02',
    ],
    [
      'stopped on a weekend before the day they were moved to',
      'calendar_day',
      1,
      [pause('2026-11-22', '2026-11-25')],
      '2026-11-25',
    ],
  ])('%s', (_, unit, amount, pauses, last) => {
    const clock = { startedAt: at('2026-11-20'), unit, amount, pauses };
    expect(dueBy(clock, calendar)).toBe(last === null ? null : endOfTerm(last));
  });
});

test('a clock stops and runs again once, however often it is told', () => {
  const clock: Clock = { startedAt: at('2026-11-20'), unit: 'working_day', amount: 5 };
  expect(paused(clock, false, at('2026-11-21'))).toBe(clock);
  const stopped = paused(clock, true, at('2026-11-23'));
  expect(isPaused(stopped)).toBe(true);
  expect(paused(stopped, true, at('2026-11-24'))).toBe(stopped);
  const running = paused(stopped, false, at('2026-11-26'));
  expect(running.pauses).toEqual([pause('2026-11-23', '2026-11-26')]);
  expect(isPaused(running)).toBe(false);
});

test('every working day of a pause delays the end by one working day', () => {
  const cases = fc.record({
    amount: fc.integer({ min: 1, max: 40 }),
    stopAfter: fc.integer({ min: 0, max: 39 }),
    length: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(cases, ({ amount, stopAfter, length }) => {
      // Stopped before the last day, so that something is left to be delayed.
      const from = addWorkingDays(calendar, '2026-11-20', Math.min(stopAfter, amount - 1));
      const to = addDays(from, length);
      const clock: Clock = { startedAt: at('2026-11-20'), unit: 'working_day', amount };
      const end = dueBy({ ...clock, pauses: [{ from: at(from), to: at(to) }] }, calendar) ?? '';
      const left = amount - Math.min(stopAfter, amount - 1);
      expect(localDate(new Date(Date.parse(end) - 1).toISOString())).toBe(addWorkingDays(calendar, to, left));
    }),
  );
});
