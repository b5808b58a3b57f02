import { expect, test } from 'vitest';
import { basisPoints } from './percent.ts';

test('the cases of 2019 by kind of commendation (source 002), whose printed share of cống hiến is a slip', () => {
  const cases = {
    'niên hạn': [70_327, 6368],
    'kháng chiến': [22_924, 2076],
    'cống hiến': [3_831, 347], // printed as 3,74 %
    'đối ngoại': [840, 76],
    'công trạng': [12_513, 1133],
  } as const;
  const total = Object.values(cases).reduce((sum, [count]) => sum + count, 0);
  expect(total).toBe(110_435);
  for (const [kind, [count, share]] of Object.entries(cases)) {
    expect(basisPoints(count, total), kind).toBe(share);
  }
});

test.each([
  [1, 0],
  [-1, 5],
  [0.5, 5],
  [1, Number.NaN],
])('%d of %d is no share', (part, whole) => {
  expect(() => basisPoints(part, whole)).toThrow(RangeError);
});
