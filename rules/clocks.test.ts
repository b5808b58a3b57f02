import { describe, expect, test } from 'vitest';
import { readCalendars, readRuleSets } from '../db/seed/read-rules.ts';
import { calendarOf } from '../domain/calendar.ts';
import { lastDayOf, yearlyDay } from '../domain/term.ts';
import { dueBy } from '../engine/time/clock.ts';
import { addCalendarDays, endOfTerm } from '../engine/time/working-days.ts';
import type { Pause } from '../engine/types.ts';

const sets = await readRuleSets();
const decree98 = sets.find(({ id }) => id === '2024-01-01.nd98');
const decree152 = sets.find(({ id }) => id === '2025-07-01.nd152');
const calendar = calendarOf((await readCalendars()).flatMap(({ days }) => days));

/** A working morning in Vietnam. */
const on = (date: string) => `${date}T02:00:00.000Z`;
/** A hold, as by an accepted complaint, from the Tuesday after Tết to the Monday after. */
const hold: Pause = { from: on('2026-02-24'), to: on('2026-03-02') };

type Days = [tet: string, swapped: string, held: string];
const fiveWorkingDays: Days = ['2026-02-27', '2026-01-09', '2026-03-05'];
const tenWorkingDays: Days = ['2026-03-06', '2026-01-15', '2026-03-12'];
const twentyWorkingDays: Days = ['2026-03-20', '2026-01-29', '2026-03-26'];
const fifteenDays: Days = ['2026-03-02', '2026-01-15', '2026-03-06'];
const thirtyDays: Days = ['2026-03-16', '2026-01-30', '2026-03-23'];
const nextWorkingDay: Days = ['2026-02-23', '2026-01-05', '2026-02-23'];

/**
 * By clock: where it is written, its amount, its grade under Decree 98 (null: the set does not have it) and under Decree 152;
 * then the last day after an event on Friday 13 February 2026 (Tết from the 16th to the 20th), on Wednesday 31 December 2025
 * (2 January swapped for Saturday the 10th), and on 13 February again with the hold.
 */
const table: [
  code: string,
  article: string,
  amount: number,
  unit: string,
  old: string | null,
  now: string,
  days: Days,
][] = [
  ['central_appraisal', '637/QĐ-BNV', 20, 'working_day', 'B', 'B', twentyWorkingDays],
  ['central_return', '637/QĐ-BNV', 5, 'working_day', 'B', 'B', fiveWorkingDays],
  ['central_after_opinions', '311/QĐ-BNV', 10, 'working_day', 'B', 'C', tenWorkingDays],
  ['agency_opinion', '39/2012/NĐ-CP', 10, 'working_day', 'U', 'U', tenWorkingDays],
  ['copy_to_ministry', '637/QĐ-BNV', 10, 'working_day', 'B', 'B', tenWorkingDays],
  ['copy_to_awardee', '637/QĐ-BNV', 10, 'working_day', 'B', 'B', tenWorkingDays],
  ['refusal_notice', '311/QĐ-BNV', 10, 'working_day', 'B', 'C', tenWorkingDays],
  ['object_handover', '311/QĐ-BNV', 10, 'working_day', 'B', 'C', tenWorkingDays],
  ['prime_minister_office', '39/2012/NĐ-CP', 10, 'working_day', 'C', 'C', tenWorkingDays],
  ['president_office', '39/2012/NĐ-CP', 10, 'working_day', 'C', 'C', tenWorkingDays],
  ['public_posting', '98/2023/NĐ-CP, Điều 46 khoản 2', 10, 'working_day', 'B', 'C', tenWorkingDays],
  ['public_posting_hero', '98/2023/NĐ-CP, Điều 46 khoản 1', 10, 'working_day', 'B', 'C', tenWorkingDays],
  ['commune_appraisal', '638/QĐ-BNV', 20, 'working_day', null, 'B', twentyWorkingDays],
  ['youth_volunteer_commune', '637/QĐ-BNV', 15, 'calendar_day', null, 'B', fifteenDays],
  ['youth_volunteer_province', '637/QĐ-BNV', 15, 'calendar_day', null, 'B', fifteenDays],
  [
    'youth_volunteer_central',
    '637/QĐ-BNV',
    20,
    'calendar_day',
    null,
    'B',
    ['2026-03-05', '2026-01-20', '2026-03-11'],
  ],
  ['youth_volunteer_posting', '637/QĐ-BNV', 5, 'calendar_day', null, 'B', nextWorkingDay],
  [
    'cancellation_submission',
    'thành phố Huế',
    7,
    'calendar_day',
    'C',
    'C',
    ['2026-02-23', '2026-01-07', '2026-02-23'],
  ],
  ['cancellation_decision', 'thành phố Huế', 5, 'working_day', 'C', 'C', fiveWorkingDays],
  ['exchange', '62/2025/TT-BNNMT', 15, 'calendar_day', 'C', 'C', fifteenDays],
  ['registration', '30/2020/NĐ-CP, Điều 18', 1, 'working_day', 'A', 'A', nextWorkingDay],
  ['numbering', '30/2020/NĐ-CP, Điều 15', 1, 'working_day', 'A', 'A', nextWorkingDay],
  ['complaint', 'Luật Khiếu nại', 90, 'calendar_day', 'U', 'U', ['2026-05-14', '2026-03-31', '2026-05-20']],
  [
    'complaint_acceptance',
    'Luật Khiếu nại',
    10,
    'calendar_day',
    'U',
    'U',
    ['2026-02-23', '2026-01-10', '2026-02-23'],
  ],
  ['complaint_first_settlement', 'Luật Khiếu nại', 30, 'calendar_day', 'U', 'U', thirtyDays],
  [
    'complaint_second_settlement',
    'Luật Khiếu nại',
    45,
    'calendar_day',
    'U',
    'U',
    ['2026-03-30', '2026-02-23', '2026-04-06'],
  ],
  ['denunciation', 'Luật Tố cáo', 30, 'calendar_day', 'U', 'U', thirtyDays],
  [
    'ha_noi_posting',
    '71/2025/QĐ-UBND',
    7,
    'working_day',
    null,
    'B',
    ['2026-03-03', '2026-01-12', '2026-03-09'],
  ],
  ['ha_noi_cancellation', '71/2025/QĐ-UBND', 15, 'calendar_day', null, 'B', fifteenDays],
  ['health_prize', '3621/QĐ-BYT', 150, 'calendar_day', null, 'B', ['2026-07-13', '2026-06-01', '2026-07-20']],
];

describe('every clock over Tết, over a swapped Saturday, and held (Civil Code 2015, Articles 147 and 148, grade A; holds: unconfirmed)', () => {
  test.each(table)('%s (%s): %i %ss, grade %s under Decree 98, %s under Decree 152', (...row) => {
    const [code, article, amount, unit, old, now, [tet, swapped, held]] = row;
    const clock = decree152?.clocks[code];
    expect(clock).toMatchObject({ citation: expect.stringContaining(article), amount, unit, grade: now });
    if (old === null) expect(decree98?.clocks[code]).toBeUndefined();
    else expect(decree98?.clocks[code]).toMatchObject({ amount, unit, grade: old });
    if (!clock || clock.unit === 'year') throw new Error(`${code} counts no days`);

    const { unit: days } = clock;
    const lastDay = (start: string, pauses: Pause[] = []) =>
      dueBy({ startedAt: on(start), amount, unit: days, pauses }, calendar);
    expect(lastDay('2026-02-13')).toBe(endOfTerm(tet));
    expect(lastDay('2025-12-31')).toBe(endOfTerm(swapped));
    expect(lastDay('2026-02-13', [hold])).toBe(endOfTerm(held));
    // The question `law deadline` counts the same.
    expect(lastDayOf(clock, '2026-02-13', calendar)).toBe(tet);
  });

  test('files go to the archive within a year of the work’s end (NĐ 30/2020 Đ30, grade A)', () => {
    const clock = decree152?.clocks.archive;
    expect(clock).toMatchObject({
      amount: 1,
      unit: 'year',
      grade: 'A',
      citation: 'Nghị định số 30/2020/NĐ-CP, Điều 30',
    });
    if (clock) expect(lastDayOf(clock, '2025-02-16', calendar)).toBe('2026-02-23');
    expect(decree98?.clocks.archive).toEqual(clock);
  });

  test('none is left out', () => {
    expect([...table.map(([code]) => code), 'archive'].sort()).toEqual(
      Object.keys(decree152?.clocks ?? {}).sort(),
    );
  });
});

describe('fixed dates, in the year asked about', () => {
  const dates: [
    code: string,
    article: string,
    grade: string,
    day: string,
    due: string,
    of: string | undefined,
  ][] = [
    ['statistics_report', '02/2023/TT-BNV', 'C', '2026-12-15', '2026-12-15', undefined],
    [
      'bac_ninh_year_end',
      '86/2025/QĐ-UBND của tỉnh Bắc Ninh, Điều 6',
      'B',
      '2026-12-09',
      '2026-12-09',
      'Bắc Ninh province',
    ],
    [
      'bac_ninh_education',
      '86/2025/QĐ-UBND của tỉnh Bắc Ninh, Điều 6',
      'B',
      '2026-07-09',
      '2026-07-09',
      'Bắc Ninh province',
    ],
    [
      'bac_ninh_violation_lists',
      '86/2025/QĐ-UBND của tỉnh Bắc Ninh, Điều 10',
      'B',
      '2026-12-09',
      '2026-12-09',
      'Bắc Ninh province',
    ],
    [
      'ha_noi_title',
      '71/2025/QĐ-UBND của thành phố Hà Nội, Điều 6',
      'B',
      '2026-03-30',
      '2026-03-30',
      'Hà Nội',
    ],
  ];
  test.each(dates)('%s (%s, grade %s): %s', (code, article, grade, day, due, of) => {
    const fixed = decree152?.fixedDates?.[code];
    if (!fixed) throw new Error(`there is no fixed date ${code}`);
    expect(fixed).toMatchObject({ citation: expect.stringContaining(article), grade });
    expect(fixed.appliesTo?.en).toBe(of);
    expect(yearlyDay(fixed, 2026)).toBe(day);
    expect(addCalendarDays(calendar, day, 0)).toBe(due);
  });

  test('none is left out', () => {
    expect(dates.map(([code]) => code)).toEqual(Object.keys(decree152?.fixedDates ?? {}));
  });
});
