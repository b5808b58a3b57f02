import { describe, expect, test } from 'vitest';
import { collective, consider, held, initiative, lastYears, person, rated } from '../../test/nominees.ts';

/** Outcome of the branch at a point of the article (or of the only branch). */
const branch = (award: string, record: object, point: string | null = null) =>
  consider(award, record).branches.find((tested) => tested.point === point);

describe('forms: any one of several branches (Articles 34-44, 73, 74, grade A); the branch of công trạng', () => {
  /** Five years, the first `excellent` of them so, after one that was only completed. */
  const fiveYears = (excellent: number) => [
    ...rated('completed', 2021),
    ...rated('excellent', ...lastYears(5).slice(0, excellent)),
    ...rated('good', ...lastYears(5).slice(excellent)),
  ];
  const orders = {
    third: {
      ...person,
      awards: [...held('BK_TTG', 2020), ...held('CSTDCS', 2023, 2024, 2026)],
      ratings: fiveYears(1),
    },
    second: { ...person, awards: [...held('HCLD3', 2019), ...held('CSTD_BO', 2024)], ratings: fiveYears(2) },
    first: {
      ...person,
      awards: [...held('HCLD2', 2019), ...held('CSTD_BO', 2023, 2026)],
      ratings: fiveYears(3),
    },
  };
  const team = (...awards: ReturnType<typeof held>[]) => ({
    ...collective,
    awards: awards.flat(),
    ratings: rated('excellent', ...lastYears(10)),
  });
  test.each([
    [
      'Đ74(1)d BK Bộ, CSTĐCS twice in a row',
      'BK_BO',
      { ...person, awards: held('CSTDCS', 2025, 2026) },
      'd',
      'met',
    ],
    ['Đ74(3)d BK Bộ collective, two excellent years', 'BK_BO', team(), 'd', 'met'],
    [
      'Đ74(3)d BK Bộ collective, TTLĐXS instead of a rating',
      'BK_BO',
      { ...collective, awards: held('TTLDXS', 2025), ratings: rated('excellent', 2026) },
      'd',
      'met',
    ],
    [
      'Đ74(3)d BK Bộ collective, a year only good',
      'BK_BO',
      { ...collective, ratings: [...rated('good', 2025), ...rated('excellent', 2026)] },
      'd',
      'not_met',
    ],
    [
      'Đ73(1)b BK TTg',
      'BK_TTG',
      {
        ...person,
        awards: [...held('BK_BO', 2020), ...held('CSTDCS', 2022, 2024, 2026)],
        ratings: fiveYears(0),
      },
      'b',
      'met',
    ],
    [
      'Đ73(1)b BK TTg, two CSTĐCS only',
      'BK_TTG',
      { ...person, awards: [...held('BK_BO', 2020), ...held('CSTDCS', 2024, 2026)], ratings: fiveYears(0) },
      'b',
      'not_met',
    ],
    [
      'Đ73(1)b BK TTg, a CSTĐCS before the five years',
      'BK_TTG',
      {
        ...person,
        awards: [...held('BK_BO', 2020), ...held('CSTDCS', 2021, 2024, 2026)],
        ratings: fiveYears(0),
      },
      'b',
      'not_met',
    ],
    [
      'Đ73(4)e BK TTg collective, one Cờ Bộ',
      'BK_TTG',
      team(held('BK_BO', 2018), held('CO_BO', 2024)),
      'e',
      'met',
    ],
    ['Đ73(4)e BK TTg collective, two BK Bộ', 'BK_TTG', team(held('BK_BO', 2023, 2025)), 'e', 'met'],
    ['Đ73(4)e BK TTg collective, one BK Bộ', 'BK_TTG', team(held('BK_BO', 2025)), 'e', 'not_met'],
    ['Đ44(1)e HCLĐ Ba', 'HCLD3', orders.third, 'e', 'met'],
    [
      'Đ44(1)e HCLĐ Ba, no excellent year',
      'HCLD3',
      { ...orders.third, ratings: fiveYears(0) },
      'e',
      'not_met',
    ],
    [
      'Đ44(1)e HCLĐ Ba, no BK TTg',
      'HCLD3',
      { ...orders.third, awards: held('CSTDCS', 2023, 2024, 2026) },
      'e',
      'not_met',
    ],
    [
      'Đ44(4)đ HCLĐ Ba collective, one Cờ CP',
      'HCLD3',
      team(held('BK_TTG', 2020), held('CO_CP', 2025)),
      'đ',
      'met',
    ],
    [
      'Đ44(4)đ HCLĐ Ba collective, one Cờ Bộ and one BK Bộ',
      'HCLD3',
      team(held('BK_TTG', 2020), held('CO_BO', 2025), held('BK_BO', 2024)),
      'đ',
      'met',
    ],
    [
      'Đ44(4)đ HCLĐ Ba collective, two BK Bộ: whether it could have had a flag is for a person',
      'HCLD3',
      team(held('BK_TTG', 2020), held('BK_BO', 2024, 2025)),
      'đ',
      'unknown',
    ],
    [
      'Đ44(4)đ HCLĐ Ba collective, younger than ten years',
      'HCLD3',
      { ...team(held('BK_TTG', 2020), held('CO_CP', 2025)), foundedIn: 2018 },
      'đ',
      'not_met',
    ],
    ['Đ43(1)đ HCLĐ Nhì', 'HCLD2', orders.second, 'đ', 'met'],
    [
      'Đ43(1)đ HCLĐ Nhì, one excellent year',
      'HCLD2',
      { ...orders.second, ratings: fiveYears(1) },
      'đ',
      'not_met',
    ],
    [
      'Đ43(4)d HCLĐ Nhì collective, three Cờ Bộ',
      'HCLD2',
      team(held('HCLD3', 2019), held('CO_BO', 2022, 2024, 2026)),
      'd',
      'met',
    ],
    ['Đ42(1)đ HCLĐ Nhất', 'HCLD1', orders.first, 'đ', 'met'],
    [
      'Đ42(1)đ HCLĐ Nhất, one CSTĐ Bộ',
      'HCLD1',
      { ...orders.first, awards: [...held('HCLD2', 2019), ...held('CSTD_BO', 2026)] },
      'đ',
      'not_met',
    ],
    [
      'Đ42(4)d HCLĐ Nhất collective, one Cờ CP and two Cờ Bộ',
      'HCLD1',
      team(held('HCLD2', 2019), held('CO_CP', 2023), held('CO_BO', 2024, 2026)),
      'd',
      'met',
    ],
    [
      'Đ38(3) HCĐL Ba',
      'HCDL3',
      team(held('HCLD1', 2012), held('CO_CP', 2020, 2024), held('BK_TTG', 2019)),
      null,
      'met',
    ],
    [
      'Đ38(3) HCĐL Ba, younger than thirty years',
      'HCDL3',
      { ...team(held('HCLD1', 2012), held('CO_CP', 2020, 2024), held('BK_TTG', 2019)), foundedIn: 2000 },
      null,
      'not_met',
    ],
    [
      'Đ37(3) HCĐL Nhì',
      'HCDL2',
      team(held('HCDL3', 2010), held('CO_CP', 2020, 2024), held('BK_BO', 2021), held('CO_BO', 2022, 2025)),
      null,
      'met',
    ],
    [
      'Đ36(3) HCĐL Nhất, two Cờ CP only',
      'HCDL1',
      team(held('HCDL2', 2010), held('CO_CP', 2020, 2024), held('BK_TTG', 2019)),
      null,
      'not_met',
    ],
  ] as const)('%s: %s', (_, award, record, point, outcome) => {
    expect(branch(award, record, point)?.outcome).toBe(outcome);
  });

  describe('a row of more than five good years is all looked at, but for what the award before it was given for (Đ73(1)b, grade A)', () => {
    const fighter = (before: number, rating: string | null) => ({
      ...person,
      awards: [...held('BK_BO', before), ...held('CSTDCS', 2021, 2024, 2026)],
      ratings: [...(rating === null ? [] : rated(rating, 2021)), ...rated('good', ...lastYears(5))],
    });
    test.each([
      ['the sixth year was good as well', fighter(2020, 'good'), 'met'],
      ['the sixth year broke the row', fighter(2020, 'completed'), 'not_met'],
      ['nobody knows the sixth year', fighter(2020, null), 'unknown'],
      ['the sixth year is what BK Bộ was given for', fighter(2021, 'good'), 'not_met'],
    ])('%s', (_, record, outcome) => {
      const criterion = branch('BK_TTG', record, 'b')?.criteria.find(({ text }) =>
        text.en.includes('3 times'),
      );
      expect(criterion?.outcome).toBe(outcome);
    });
  });

  test('Đ74(1)d: two excellent years with two initiatives is another way to the same form', () => {
    const record = {
      ...person,
      ratings: rated('excellent', 2025, 2026),
      initiatives: [initiative('unit'), initiative('ministry')],
    };
    expect(consider('BK_BO', record).branches.map(({ outcome }) => outcome)).toEqual([
      'not_met',
      'met',
      'unknown',
    ]);
    expect(consider('BK_BO', record).verdict).toBe('eligible');
  });

  test('a form is never refused on công trạng alone: its other standards are for a person to judge', () => {
    expect(consider('HCLD3', person).verdict).toBe('needs_judgement');
  });
});

describe('a commendation kind has its own standard (Articles 42-44, 73, 74)', () => {
  const ladder = { ...person, awards: held('CSTDCS', 2025, 2026) };
  const nothing = { ...person, ratings: rated('good', 2025, 2026) };
  test.each([
    ['merit, the standard of công trạng is met', 'merit', ladder, 'eligible', 2],
    ['merit, it is not: no other standard counts', 'merit', nothing, 'not_eligible', 2],
    ['sudden merit is not shown by titles in a row', 'sudden', ladder, 'needs_judgement', 1],
    ['long service is judged by its own standard', 'service', nothing, 'needs_judgement', 1],
    ['no kind said: every standard is looked at', undefined, nothing, 'needs_judgement', 3],
  ])('%s', (_, kind, record, verdict, branches) => {
    const tested = consider('BK_BO', record, kind);
    expect([tested.verdict, tested.branches.length]).toEqual([verdict, branches]);
  });
});
