import { expect, test } from 'vitest';
import { pointsByUnit, unitsOffTotal } from './plan-item.ts';

const items = [{ points: { a: 50, b: 50 } }, { points: { a: 30 } }];

test('a unit can earn the points of all items that are assigned to it', () => {
  expect(Object.fromEntries(pointsByUnit(items))).toEqual({ a: 80, b: 50 });
});

test.each([
  ['everybody has the total', ['a'], 80, []],
  ['one has less', ['a', 'b'], 80, [{ unitId: 'b', points: 50 }]],
  ['one has nothing at all', ['c'], 80, [{ unitId: 'c', points: 0 }]],
])('total of the plan: %s', (_, receivers, total, off) => {
  expect(unitsOffTotal(items, receivers, total)).toEqual(off);
});
