import { expect, test } from 'vitest';
import { scoreBasisPoints } from './scoring.ts';

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
