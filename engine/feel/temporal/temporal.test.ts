/** Dates, times and durations (DMN 1.5, 10.3.2.3 and tables 57 to 59). */
import { expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { evaluate } from '../evaluate.ts';

test.each<[string, Json]>([
  ['@"P1Y" + @"P2M"', 'P1Y2M'],
  ['@"P1Y" - @"P13M"', '-P1M'],
  ['@"P1Y" * 1.5', 'P1Y6M'],
  ['@"P1Y" / 5', 'P2M'],
  ['@"P1Y" / @"P1M"', 12],
  ['@"P1Y" > @"P11M"', true],
  ['@"P1Y" = @"P12M"', true],
  ['@"P14M".years', 1],
  ['@"P14M".months', 2],
  // The two kinds of duration have no measure in common.
  ['@"P1Y" = @"P365D"', null],
  ['@"P1Y" + @"P1D"', null],
  ['@"P1Y" / @"P1D"', null],
  ['@"P1Y" / 0', null],
  ['@"PT36H"', 'P1DT12H'],
  ['@"P1D" / 2', 'PT12H'],
  ['abs(@"-P1D")', 'P1D'],
  ['date("2024-02-29") + @"P1Y"', '2025-02-28'],
  ['date("2026-03-31") - @"P1M"', '2026-02-28'],
  ['date("2026-01-02") - date("2026-01-01")', 'P1D'],
  // Clocks go forward at 02:00: an hour later it is 03:30.
  ['@"2026-03-29T01:30:00@Europe/Paris" + @"PT1H"', '2026-03-29T03:30:00@Europe/Paris'],
  ['@"2026-03-29T03:30:00@Europe/Paris" - @"PT1H"', '2026-03-29T01:30:00@Europe/Paris'],
  ['@"-2021-01-01T10:10:10@Australia/Melbourne" + @"PT1H"', '-2021-01-01T11:10:10@Australia/Melbourne'],
  ['@"2026-01-01T23:30:00@Asia/Ho_Chi_Minh" + @"PT1H"', '2026-01-02T00:30:00@Asia/Ho_Chi_Minh'],
  ['date("2026-01-01") * 2', null],
  ['time("10:00:00Z") - time("09:00:00Z")', 'PT1H'],
  ['time("23:00:00") + @"PT2H"', '01:00:00'],
  ['date and time("2026-01-01T24:00:00")', '2026-01-02T00:00:00'],
  ['date and time("2026-01-01T00:00:00Z") < date and time("2026-01-01T08:00:00+07:00")', true],
  ['date and time("2026-01-01T07:00:00+07:00") = date and time("2026-01-01T00:00:00Z")', true],
  ['date and time("2026-01-01T10:00:00@Asia/Ho_Chi_Minh").time offset', 'PT7H'],
  ['years and months duration(date("2020-01-31"), date("2021-02-28"))', 'P1Y'],
  ['day of week(date("2026-11-22"))', 'Sunday'],
  ['week of year(date("2026-01-01"))', 1],
  ['month of year(date("2026-01-01"))', 'January'],
  ['day of year(date("2026-12-31"))', 365],
  ['date("2026-01-01").weekday', 4],
  ['date("2026-01-01") < time("10:00:00")', null],
  ['time("10:00:00+18:00").time offset', 'PT18H'],
  ['time("10:00:00-18:00:01")', null],
])('%s is %j', (expression, value) => {
  expect(evaluate(expression, {})).toMatchObject({ value, problem: null });
});
