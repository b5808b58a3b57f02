import { expect, test } from 'vitest';
import { basisPoints } from './percent.ts';

test.each([
  [3_831, 110_435, 347],
  [1, 3, 3333],
  [1, 2, 5000],
  [1, 8, 1250],
  [1, 20_000, 1],
  [1, 20_001, 0],
])('%d of %d is %d hundredths of a percent, rounded half up', (part, whole, share) => {
  expect(basisPoints(part, whole)).toBe(share);
});

test.each([
  [1, 0],
  [-1, 5],
  [0.5, 5],
  [1, Number.NaN],
])('%d of %d is no share', (part, whole) => {
  expect(() => basisPoints(part, whole)).toThrow(RangeError);
});
