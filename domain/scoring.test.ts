import { expect, test } from 'vitest';
import { ratingOfScore, scoreBasisPoints } from './scoring.ts';

const plan = (...items: [assigned: number, achieved: number][]) =>
  items.map(([assignedPoints, achievedPoints]) => ({ assignedPoints, achievedPoints }));

test.each([
  ['everything done', plan([2800, 2800]), 10_000],
  ['the target of source 003', plan([10_000, 9849]), 9849],
  ['items add up before they are divided', plan([100, 100], [50, 0]), 6667],
  ['two thirds round up', plan([3, 2]), 6667],
  ['one third rounds down', plan([3, 1]), 3333],
  ['exactly half of a hundredth rounds up', plan([20_000, 19_999]), 10_000],
  ['just below half rounds down', plan([20_001, 19_999]), 9999],
  ['nothing done', plan([50, 0]), 0],
  ['no plan, no score', plan(), null],
])('%s', (_, items, score) => {
  expect(scoreBasisPoints(items)).toBe(score);
});

const band = (rating: 'completed' | 'good' | 'excellent', fromBasisPoints: number) => ({
  rating,
  fromBasisPoints,
  citation: 'Quy chế, Điều 5',
  grade: 'A' as const,
});
const bands = [band('completed', 5000), band('good', 8000), band('excellent', 9500)];

test.each([
  [4999, 'not_completed'],
  [5000, 'completed'],
  [7999, 'completed'],
  [8000, 'good'],
  [9500, 'excellent'],
  [10_000, 'excellent'],
  [null, null],
])('a score of %s hundredths of a percent is rated %s by the organisation’s bands', (score, rating) => {
  expect(ratingOfScore(bands, score)).toEqual(
    rating === null ? null : { rating, by: { citation: 'Quy chế, Điều 5', grade: 'A' } },
  );
});

test('without bands a score is no rating', () => {
  expect(ratingOfScore([], 9900)).toBeNull();
});
