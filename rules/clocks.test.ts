import { describe, expect, test } from 'vitest';
import { readCalendars, readRuleSets } from '../db/seed/read-rules.ts';
import { calendarOf } from '../domain/calendar.ts';
import { dueBy } from '../engine/time/clock.ts';
import { endOfTerm } from '../engine/time/working-days.ts';
import type { Pause } from '../engine/types.ts';

const ruleSet = (await readRuleSets()).find(({ id }) => id === '2025-07-01.nd152');
const calendar = calendarOf((await readCalendars()).flatMap(({ days }) => days));

/** A working morning in Vietnam. */
const on = (date: string) => `${date}T02:00:00.000Z`;
/** A hold, as by an accepted complaint, from the Tuesday after Tết to the Monday after. */
const hold: Pause = { from: on('2026-02-24'), to: on('2026-03-02') };

/** Last day of the clock after an event on `start`; null while it stands still. */
function lastDay(code: string, start: string, pauses: Pause[] = []): string | null {
  const clock = ruleSet?.clocks[code];
  if (!clock) throw new Error(`there is no clock ${code}`);
  const { amount, unit } = clock;
  return dueBy({ startedAt: on(start), amount, unit, pauses }, calendar);
}

/**
 * By clock: its article, grade and place in law.md (c), then the last day after an event on Friday 13 February 2026 (Tết
 * from the 16th to the 20th), on Wednesday 31 December 2025 (2 January swapped for Saturday the 10th), and on 13
 * February again with the hold.
 */
const table: [code: string, article: string, grade: string, tet: string, swapped: string, held: string][] = [
  ['central_appraisal', '637/QĐ-BNV', 'B', '2026-03-20', '2026-01-29', '2026-03-26'], // 3
  ['central_return', '637/QĐ-BNV', 'B', '2026-02-27', '2026-01-09', '2026-03-05'], // 4
  ['central_after_opinions', '311/QĐ-BNV', 'C', '2026-03-06', '2026-01-15', '2026-03-12'], // 5
  ['agency_opinion', '39/2012/NĐ-CP', 'U', '2026-03-06', '2026-01-15', '2026-03-12'], // 6
  ['copy_to_ministry', '637/QĐ-BNV', 'B', '2026-03-06', '2026-01-15', '2026-03-12'], // 7
  ['copy_to_awardee', '637/QĐ-BNV', 'B', '2026-03-06', '2026-01-15', '2026-03-12'], // 8
  ['refusal_notice', '311/QĐ-BNV', 'C', '2026-03-06', '2026-01-15', '2026-03-12'], // 9
  ['object_handover', '311/QĐ-BNV', 'C', '2026-03-06', '2026-01-15', '2026-03-12'], // 10
  ['public_posting', '98/2023/NĐ-CP, Điều 46 khoản 2', 'C', '2026-03-06', '2026-01-15', '2026-03-12'], // 12
  ['public_posting_hero', '98/2023/NĐ-CP, Điều 46 khoản 1', 'C', '2026-03-06', '2026-01-15', '2026-03-12'], // 13
  ['commune_appraisal', '638/QĐ-BNV', 'B', '2026-03-20', '2026-01-29', '2026-03-26'], // 16
  ['youth_volunteer_commune', '637/QĐ-BNV', 'B', '2026-03-02', '2026-01-15', '2026-03-06'], // 17
  ['youth_volunteer_province', '637/QĐ-BNV', 'B', '2026-03-02', '2026-01-15', '2026-03-06'],
  ['youth_volunteer_central', '637/QĐ-BNV', 'B', '2026-03-05', '2026-01-20', '2026-03-11'],
  ['youth_volunteer_posting', '637/QĐ-BNV', 'B', '2026-02-23', '2026-01-05', '2026-02-23'],
  ['cancellation_submission', 'thành phố Huế', 'C', '2026-02-23', '2026-01-07', '2026-02-23'], // 22
  ['cancellation_decision', 'thành phố Huế', 'C', '2026-02-27', '2026-01-09', '2026-03-05'],
  ['exchange', '62/2025/TT-BNNMT', 'C', '2026-03-02', '2026-01-15', '2026-03-06'], // 23
  ['registration', '30/2020/NĐ-CP, Điều 18', 'A', '2026-02-23', '2026-01-05', '2026-02-23'], // 24
  ['numbering', '30/2020/NĐ-CP, Điều 15', 'A', '2026-02-23', '2026-01-05', '2026-02-23'], // 25
];

describe('every clock of law.md (c) over Tết, over a swapped Saturday, and held (Civil Code 2015, Articles 147 and 148, grade A; holds: unconfirmed)', () => {
  test.each(table)('%s (%s, grade %s)', (code, article, grade, tet, swapped, held) => {
    expect(ruleSet?.clocks[code]).toMatchObject({ citation: expect.stringContaining(article), grade });
    expect(lastDay(code, '2026-02-13')).toBe(endOfTerm(tet));
    expect(lastDay(code, '2025-12-31')).toBe(endOfTerm(swapped));
    expect(lastDay(code, '2026-02-13', [hold])).toBe(endOfTerm(held));
  });

  test('none is left out', () => {
    expect(table.map(([code]) => code).sort()).toEqual(Object.keys(ruleSet?.clocks ?? {}).sort());
  });
});
