import { expect, test } from 'vitest';
import { quotaLimit } from './quota.ts';

test.each([
  [{ count: 3 }, 100, 3],
  [{ count: 0 }, 100, 0],
  [{ percentOfStaff: 15 }, 20, 3],
  [{ percentOfStaff: 15 }, 19, 2],
  [{ percentOfStaff: 15 }, 6, 0],
  [{ percentOfStaff: 100 }, 7, 7],
])('%j of a unit with %i staff: %i', (limit, staff, most) => {
  expect(quotaLimit({ limit }, staff)).toBe(most);
});

test('staff is a whole number', () => {
  expect(() => quotaLimit({ limit: { count: 1 } }, -1)).toThrow(RangeError);
});
