import { expect, test } from 'vitest';
import type { CalendarDay } from '../../../../api/contract/index.ts';
import { changeOf, drafted, draftOf, noChange, weeksOf, withDay } from './draft.ts';

const day = (date: string, name = 'Nghỉ'): CalendarDay => ({
  date,
  kind: 'holiday',
  name,
  tentative: false,
  citation: 'Thông báo',
  grade: 'B',
});

test('a month has its weeks from Monday to Sunday', () => {
  const weeks = weeksOf(2026, 11);
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks[5]?.[0]).toBe('2026-11-30');
  expect(weeksOf(2027, 2)).toHaveLength(4);
  expect(weeksOf(2024, 2).flat()).toContain('2024-02-29');
});

test('a draft says what is set and removed; what ends as it was is no change', () => {
  const stored = day('2026-01-01');
  let draft = withDay(noChange, undefined, '2026-05-01', day('2026-05-01'));
  draft = withDay(draft, stored, '2026-01-01', null);
  expect(changeOf(draft)).toEqual({ set: [day('2026-05-01')], remove: ['2026-01-01'] });
  expect([...drafted([stored], draft).keys()]).toEqual(['2026-05-01']);
  expect(draftOf(changeOf(draft)).size).toBe(2);
  draft = withDay(draft, stored, '2026-01-01', { ...stored });
  draft = withDay(draft, undefined, '2026-05-01', null);
  expect(draft.size).toBe(0);
});
