import { describe, expect, test } from 'vitest';
import { law } from '../test/nominees.ts';
import { type Awardee, bonusTable, type Decided } from './bonus-table.ts';

const decided: Decided = { award: 'CSTDCS', decidedOn: '2026-11-22', periodFrom: 2026, periodTo: 2026 };
const awardee = (...titles: string[]): Awardee => ({
  id: 'a',
  payee: 'person',
  titles: titles.map((award) => ({ award, decidedOn: '2026-11-01' })),
});

describe('of titles for the same period only the highest is paid (NĐ 152/2025 Đ49(5), grade B)', () => {
  test.each([
    ['nothing else held', awardee(), 2_530_000, null, []],
    ['a lower title was paid before: it is set off', awardee('LDTT'), 2_530_000, null, ['LDTT']],
    ['a lower title listed twice is set off once', awardee('LDTT', 'LDTT'), 2_530_000, null, ['LDTT']],
    ['a higher title was paid before', awardee('CSTD_BO'), 0, 'CSTD_BO', []],
    ['a form is paid beside it', awardee('BK_BO'), 2_530_000, null, []],
    ['an award that the law does not know', awardee('OLD'), 2_530_000, null, []],
  ])('%s', (_, who, total, replacedBy, replaces) => {
    const { table } = bonusTable(law, decided, [who]);
    expect(table).toMatchObject({ total, rows: [{ replacedBy, replaces }] });
  });
});

test('a table of several says what its amounts rest on once: multiple, base salary, rounding, payer, stacking', () => {
  const { table } = bonusTable(law, { ...decided, award: 'CO_CP' }, [
    { ...awardee(), payee: 'collective' },
    { ...awardee(), id: 'b', payee: 'collective' },
  ]);
  expect(table?.total).toBe(2 * 30_360_000);
  expect(table?.rows[0]?.bonus.payer).toBe('proposing_ministry');
  expect(table?.sources.map(({ citation }) => citation)).toEqual([
    'Nghị định số 152/2025/NĐ-CP, Điều 49–54',
    'Nghị định số 161/2026/NĐ-CP',
    'Nghị định số 152/2025/NĐ-CP, Điều 49 khoản 2',
    'Luật số 06/2022/QH15, Điều 11 khoản 4',
    'Nghị định số 152/2025/NĐ-CP, Điều 49 khoản 5 đến khoản 7',
  ]);
});

test('where the law gives no amount the sentence says why', () => {
  const { problem } = bonusTable(law, { ...decided, award: 'KNC' }, [awardee()]);
  expect(problem?.en).toMatch(/the organisation sets it/);
  expect(problem?.vi).toMatch(/cơ quan tự quy định/);
});
