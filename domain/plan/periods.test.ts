import { describe, expect, test } from 'vitest';
import { planYearOpensOn, pointsDue, scoringPeriods } from './periods.ts';

/** The window of source 001: not a calendar year. */
const window = { evaluationFrom: '2022-01-01', evaluationTo: '2022-09-30' };

test('plan year 2024 opens on 1 October 2023', () => {
  expect(planYearOpensOn(2024)).toBe('2023-10-01');
});

test.each([
  ['quarter', ['2022-Q1', '2022-Q2', '2022-Q3']],
  [
    'month',
    ['2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06', '2022-07', '2022-08', '2022-09'],
  ],
] as const)('the window is scored by %s', (rhythm, codes) => {
  expect(scoringPeriods(window, rhythm).map(({ code }) => code)).toEqual(codes);
});

test('a window across two years, with a quarter that it holds in part', () => {
  const across = { evaluationFrom: '2023-11-15', evaluationTo: '2024-02-10' };
  expect(scoringPeriods(across, 'quarter')).toEqual([
    { code: '2023-Q4', months: ['2023-11', '2023-12'] },
    { code: '2024-Q1', months: ['2024-01', '2024-02'] },
  ]);
});

describe('points due', () => {
  const dueIn = (points: number, dueMonths: number[]) =>
    scoringPeriods(window, 'quarter').map((period) => pointsDue({ points, dueMonths }, window, period));

  test.each<[string, number, number[], number[]]>([
    ['once', 50, [6], [0, 50, 0]],
    ['every quarter, the last takes the rest', 50, [3, 6, 9], [16, 16, 18]],
    [
      'every month of the year: only those of the window count',
      90,
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      [30, 30, 30],
    ],
    ['after the window: never', 50, [12], [0, 0, 0]],
  ])('%s', (_, points, months, expected) => {
    expect(dueIn(points, months)).toEqual(expected);
  });
});
