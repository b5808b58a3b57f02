import { expect, test } from 'vitest';
import { type CalendarDay, calendarOf, changedDays, parseCalendar, replacingYears } from './calendar.ts';

const day = (date: string, kind = 'holiday') =>
  `  - { date: ${date}, kind: ${kind}, name: Nghỉ, citation: Thông báo, grade: B }\n`;
const file = (...days: string[]) => `calendar: VN\ndays:\n${days.join('')}`;

test('holidays and compensatory days are off, made-up days are worked', () => {
  const { calendar } = parseCalendar(
    file(day('2026-01-01'), day('2026-01-02', 'compensatory'), day('2026-01-10', 'make_up')),
    'vn.yaml',
  );
  expect(calendarOf(calendar?.days ?? [])).toEqual({
    daysOff: ['2026-01-01', '2026-01-02'],
    workingDays: ['2026-01-10'],
  });
});

test.each([
  [
    'a date listed twice',
    file(day('2026-01-01'), day('2026-01-01', 'compensatory')),
    4,
    'listed_twice',
    'days[1].date',
  ],
  [
    'a made-up day that is no weekend',
    file(day('2026-01-05', 'make_up')),
    3,
    'contradiction',
    'days[0].kind',
  ],
  ['a date that does not exist', file(day('2026-02-30')), 3, 'wrong_value', 'days[0].date'],
  ['an unknown kind', file(day('2026-01-01', 'feast')), 3, 'wrong_value', 'days[0].kind'],
])('%s is refused with its line', (_, text, line, code, path) => {
  expect(parseCalendar(text, 'vn.yaml').problems).toEqual([
    expect.objectContaining({ file: 'vn.yaml', line, code, path }),
  ]);
});

const full = (date: string, kind: CalendarDay['kind'] = 'holiday', name = 'Nghỉ'): CalendarDay => ({
  date,
  kind,
  name,
  tentative: false,
  citation: 'Thông báo',
  grade: 'B',
});

test('a file replaces the years it has days of: new and different days are set, the missing removed, other years kept', () => {
  const days = [full('2025-09-02'), full('2026-01-01'), full('2026-01-02'), full('2026-09-02')];
  const change = replacingYears(days, [
    full('2026-01-01'),
    full('2026-01-02', 'compensatory'),
    full('2026-05-01'),
  ]);
  expect(change).toEqual({
    set: [full('2026-01-02', 'compensatory'), full('2026-05-01')],
    remove: ['2026-09-02'],
  });
  expect(changedDays(days, change)).toEqual([
    full('2025-09-02'),
    full('2026-01-01'),
    full('2026-01-02', 'compensatory'),
    full('2026-05-01'),
  ]);
});
