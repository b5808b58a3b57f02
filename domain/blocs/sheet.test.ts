import { describe, expect, it, test } from 'vitest';
import { sheetFaults, totalOff } from './sheet.ts';

const criteria = [
  { id: 'work', maxPoints: 60 },
  { id: 'movement', maxPoints: 40 },
];

describe('lines of a score sheet', () => {
  it.each([
    [
      'all criteria within their maximum',
      [
        ['work', 60],
        ['movement', 0],
      ],
      [],
    ],
    ['more than the maximum', [['work', 61]], [{ at: 0, code: 'above_maximum', maxPoints: 60 }]],
    [
      'a criterion of another bloc',
      [
        ['work', 1],
        ['other', 1],
      ],
      [{ at: 1, code: 'criterion_unknown' }],
    ],
    [
      'a criterion twice',
      [
        ['work', 1],
        ['work', 2],
      ],
      [{ at: 1, code: 'criterion_twice' }],
    ],
  ] as const)('%s', (_, lines, faults) => {
    const given = lines.map(([criterionId, points]) => ({ criterionId, points }));
    expect(sheetFaults(criteria, given)).toEqual(faults);
  });
});

test.each([
  [100, [60, 40], 0],
  [98, [60, 40], -2],
  [103, [60, 40], 3],
  [0, [], 0],
])('a stated total of %i over %j is off by %i', (stated, points, difference) => {
  expect(totalOff(stated, points).difference).toBe(difference);
});
