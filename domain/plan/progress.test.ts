import { expect, test } from 'vitest';
import { pointsEarned } from './progress.ts';

test.each([
  ['all done', 50, 4, 4, 50],
  ['nothing done', 50, 4, 0, 0],
  ['a third rounds to the nearest', 50, 3, 1, 17],
  ['exactly half a point rounds up', 5, 2, 1, 3],
  ['no points due, none earned', 0, 3, 3, 0],
])('%s', (_, due, tasks, done, points) => {
  expect(pointsEarned(due, { tasks, done })).toBe(points);
});
