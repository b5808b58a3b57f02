import { expect, test } from 'vitest';
import { comparePlans } from './compare.ts';
import type { PlanItem } from './plan-item.ts';

const item = (assignerId: string, code: string, values: Partial<PlanItem> = {}): PlanItem => ({
  assignerId,
  code,
  name: `Báo cáo ${code}`,
  kind: 'report',
  dueMonths: [3, 6],
  adHoc: false,
  reason: null,
  points: { x: 50 },
  ...values,
});

test('the same items are no change, whoever said why', () => {
  const found = comparePlans([item('a', '1')], [item('a', '1', { reason: 'Giữ nguyên' })], ['a']);
  expect(found).toMatchObject({ unchanged: 1, changed: 0, reportsBefore: 1, reportsAfter: 1, receivers: [] });
});

test.each<[string, Partial<PlanItem>]>([
  ['name', { name: 'Báo cáo khác' }],
  ['kind', { kind: 'task' }],
  ['months', { dueMonths: [6] }],
  ['points', { points: { x: 40 } }],
  ['receivers', { points: { x: 50, y: 50 } }],
])('another %s is a change', (_, values) => {
  const { assigners } = comparePlans([item('a', '1')], [item('a', '1', values)], ['a']);
  expect(assigners[0]?.changes).toMatchObject([{ change: 'changed', code: '1' }]);
});

test('items are added and dropped, and only those named are compared', () => {
  const before = [item('a', '1'), item('a', '2'), item('b', '1')];
  const after = [item('a', '1'), item('a', '3', { reason: 'Yêu cầu mới' })];
  const found = comparePlans(before, after, ['a']);
  expect(found).toMatchObject({ reportsBefore: 2, reportsAfter: 2, unchanged: 0, changed: 1 });
  expect(found.assigners[0]?.changes).toEqual([
    { change: 'added', code: '3', name: 'Báo cáo 3', kind: 'report', reason: 'Yêu cầu mới' },
    { change: 'dropped', code: '2', name: 'Báo cáo 2', kind: 'report', reason: null },
  ]);
});

test('source 001: two more reports of 50 points make 2,800 of 2,700', () => {
  const base = Array.from({ length: 54 }, (_, i) => item('a', `${i}`));
  const more = ['KNC', 'DT'].map((code) => item('a', code));
  expect(comparePlans(base, [...base, ...more], ['a']).receivers).toEqual([
    { unitId: 'x', pointsBefore: 2700, pointsAfter: 2800 },
  ]);
});
