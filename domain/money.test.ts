import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseRuleSet } from './law/load.ts';
import { bonus, NoBonusError } from './money.ts';

function ruleSet(file: string) {
  const { ruleSet, problems } = parseRuleSet(
    readFileSync(new URL(`../rules/${file}`, import.meta.url), 'utf8'),
    file,
  );
  if (problems) throw new Error(JSON.stringify(problems));
  return ruleSet;
}
const nd152 = ruleSet('2025-07-01.nd152.yaml');
const nd98 = ruleSet('2024-01-01.nd98.yaml');

describe('multiple x base salary, rounded up to 10,000 đ (NĐ 152/2025 Đ49-54)', () => {
  test.each([
    ['CSTDTQ', 'person', 45, 10_530_000, 11_390_000, 'B'],
    ['CSTD_BO', 'person', 30, 7_020_000, 7_590_000, 'B'],
    ['CSTDCS', 'person', 10, 2_340_000, 2_530_000, 'B'],
    ['LDTT', 'person', 3, 710_000, 760_000, 'B'],
    ['TTLDXS', 'collective', 15, 3_510_000, 3_800_000, 'B'],
    ['TTLDTT', 'collective', 8, 1_880_000, 2_030_000, 'B'],
    ['XP_TB', 'collective', 20, 4_680_000, 5_060_000, 'B'],
    ['THON_VH', 'collective', 15, 3_510_000, 3_800_000, 'B'],
    ['CO_CP', 'collective', 120, 28_080_000, 30_360_000, 'B'],
    ['CO_BO', 'collective', 80, 18_720_000, 20_240_000, 'B'],
    ['CO_QK', 'collective', 60, 14_040_000, 15_180_000, 'B'],
    ['BK_TTG', 'collective', 70, 16_380_000, 17_710_000, 'B'],
    ['BK_TTG', 'person', 35, 8_190_000, 8_860_000, 'U'],
    ['BK_BO', 'collective', 30, 7_020_000, 7_590_000, 'B'],
    ['BK_BO', 'person', 15, 3_510_000, 3_800_000, 'U'],
    ['GK', 'collective', 6, 1_410_000, 1_520_000, 'B'],
    ['GK', 'person', 3, 710_000, 760_000, 'U'],
    ['HCLD1', 'collective', 180, 42_120_000, 45_540_000, 'B'],
    ['HCLD2', 'collective', 150, 35_100_000, 37_950_000, 'B'],
    ['HCLD3', 'collective', 90, 21_060_000, 22_770_000, 'B'],
    ['HCLD1', 'person', 90, 21_060_000, 22_770_000, 'U'],
    ['HCLD2', 'person', 75, 17_550_000, 18_980_000, 'U'],
    ['HCLD3', 'person', 45, 10_530_000, 11_390_000, 'U'],
    ['HCDL1', 'collective', 300, 70_200_000, 75_900_000, 'B'],
    ['HCDL2', 'collective', 250, 58_500_000, 63_250_000, 'B'],
    ['HCDL3', 'collective', 210, 49_140_000, 53_130_000, 'U'],
    ['HCHCM', 'collective', 610, 142_740_000, 154_330_000, 'B'],
    ['HCSV', 'collective', 920, 215_280_000, 232_760_000, 'B'],
    ['AHLD', 'person', 155, 36_270_000, 39_220_000, 'B'],
    ['AHLD', 'collective', 310, 72_540_000, 78_430_000, 'B'],
    ['AHLLVT', 'person', 155, 36_270_000, 39_220_000, 'B'],
    ['NGND', 'person', 125, 29_250_000, 31_630_000, 'B'],
    ['AHLLVT', 'collective', 310, 72_540_000, 78_430_000, 'B'],
    ['TTND', 'person', 125, 29_250_000, 31_630_000, 'B'],
    ['NSND', 'person', 125, 29_250_000, 31_630_000, 'B'],
    ['NNND', 'person', 125, 29_250_000, 31_630_000, 'B'],
    ['NGUT', 'person', 90, 21_060_000, 22_770_000, 'B'],
    ['TTUT', 'person', 90, 21_060_000, 22_770_000, 'B'],
    ['NSUT', 'person', 90, 21_060_000, 22_770_000, 'B'],
    ['NNUT', 'person', 90, 21_060_000, 22_770_000, 'B'],
  ] as const)(
    '%s, %s: %i tenths, %i đ and from July 2026 %i đ (grade %s)',
    (code, payee, tenths, before, after, grade) => {
      const earlier = bonus(nd152, code, payee, '2026-06-30');
      expect(earlier).toMatchObject({ amount: before, tenths, baseSalary: 2_340_000 });
      expect(earlier.sources[0]?.grade).toBe(grade);
      expect(bonus(nd152, code, payee, '2026-07-01')).toMatchObject({
        amount: after,
        tenths,
        baseSalary: 2_530_000,
      });
    },
  );
});

test('the multiples of Decree 98 are the same (NĐ 98/2023 Đ54-58), and a dossier bound to it is paid by the salary of its decision', () => {
  for (const { code } of nd152.awards) {
    const [now, old] = [nd152, nd98].map((set) => set.awards.find((award) => award.code === code)?.money);
    expect([old?.person?.tenths, old?.collective?.tenths, old?.person?.grade], code).toEqual([
      now?.person?.tenths,
      now?.collective?.tenths,
      now?.person?.grade,
    ]);
  }
  expect(bonus(nd98, 'CSTDTQ', 'person', '2026-07-01').amount).toBe(11_390_000);
});

test.each([
  ['LDTT', 'person', 'deciding_body'],
  ['CSTD_BO', 'person', 'deciding_body'],
  ['THON_VH', 'collective', 'deciding_body'],
  ['BK_BO', 'collective', 'deciding_body'],
  ['CSTDTQ', 'person', 'proposing_ministry'],
  ['CO_CP', 'collective', 'proposing_ministry'],
  ['HCLD3', 'person', 'proposing_ministry'],
] as const)('%s for a %s is paid by: %s (Law 06/2022/QH15 Đ11(4), grade A)', (code, payee, payer) => {
  for (const set of [nd98, nd152]) {
    const paid = bonus(set, code, payee, '2026-11-22');
    expect(paid.payer).toBe(payer);
    expect(paid.sources.at(-1)).toMatchObject({
      citation: 'Luật số 06/2022/QH15, Điều 11 khoản 4',
      grade: 'A',
    });
  }
});

test('a household gets one and a half times the amount of a person, rounded up once (grade B)', () => {
  // 1.5 x 0.3 x 2,340,000 = 1,053,000
  const { amount, sources } = bonus(nd152, 'GK', 'household', '2026-06-30');
  expect(amount).toBe(1_060_000);
  expect(sources[1]).toMatchObject({ citation: 'Nghị định số 152/2025/NĐ-CP, Điều 49–54', grade: 'B' });
});

test('the base salary of the day of the decision counts, also under the decree of 2023', () => {
  expect(bonus(nd98, 'CSTDTQ', 'person', '2024-06-30')).toMatchObject({
    baseSalary: 1_800_000,
    amount: 8_100_000,
  });
  expect(bonus(nd98, 'CSTDTQ', 'person', '2024-07-01')).toMatchObject({
    baseSalary: 2_340_000,
    amount: 10_530_000,
  });
});

test.each([
  ['the ministry sets the bonus of its commemorative medal', 'KNC', 'person', '2026-11-22', 'no_multiple'],
  [
    'a collective cannot be a national emulation fighter',
    'CSTDTQ',
    'collective',
    '2026-11-22',
    'no_multiple',
  ],
  ['a day before any base salary of the set', 'CSTDTQ', 'person', '2020-01-01', 'no_base_salary'],
] as const)('no amount: %s', (_, code, payee, date, reason) => {
  expect(() => bonus(nd152, code, payee, date)).toThrow(NoBonusError);
  expect(() => bonus(nd152, code, payee, date)).toThrow(expect.objectContaining({ code: reason }));
});
