import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseRuleSet } from '../law/load.ts';
import { UnknownAwardError } from '../law/rule-set.ts';
import { eligibility, WrongNomineeKindError } from './eligibility.ts';
import { nomineeRecordSchema } from './record.ts';

const file = '2025-07-01.nd152.yaml';
const { ruleSet } = parseRuleSet(readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8'), file);
if (!ruleSet) throw new Error('the shipped rule-set is refused');
const law = ruleSet;

/** The last year of the period in every case. */
const year = 2026;
const held = (award: string, ...years: number[]) => years.map((y) => ({ award, year: y }));
const rated = (rating: string, ...years: number[]) => years.map((y) => ({ year: y, rating }));
const years = (count: number) => Array.from({ length: count }, (_, i) => year - i);
const initiative = (scope: string, usedFor: string[] = []) => ({
  name: `Sáng kiến ${scope}`,
  year,
  scope,
  usedFor,
});

/** Nothing stands against the person, and everything is known. */
const person = {
  kind: 'person',
  awardsCompleteFrom: 1945,
  initiatives: [],
  discipline: [],
  underExamination: false,
};
const collective = { kind: 'collective', awardsCompleteFrom: 1945, underExamination: false, foundedIn: 1980 };

const consider = (award: string, record: object) =>
  eligibility(law, award, nomineeRecordSchema.parse(record), { from: year, to: year });
/** Outcome of the branch at a point of the article (or of the only branch). */
const branch = (award: string, record: object, point: string | null = null) =>
  consider(award, record).branches.find((tested) => tested.point === point);

describe('titles: one list of conditions (Law 06/2022/QH15 Articles 21-28, grade A)', () => {
  const excellentTeam = { total: 10, lowestRating: 'completed', highestDiscipline: 'none' };
  test.each([
    ['Đ24 LĐTT, rated good', 'LDTT', { ...person, ratings: rated('good', year) }, 'needs_judgement'],
    ['Đ24 LĐTT, only completed', 'LDTT', { ...person, ratings: rated('completed', year) }, 'not_eligible'],
    [
      'Đ23 CSTĐCS, LĐTT and excellent work',
      'CSTDCS',
      { ...person, awards: held('LDTT', year), ratings: rated('excellent', year) },
      'eligible',
    ],
    [
      'Đ23 CSTĐCS, LĐTT and an initiative',
      'CSTDCS',
      {
        ...person,
        awards: held('LDTT', year),
        ratings: rated('good', year),
        initiatives: [initiative('unit')],
      },
      'eligible',
    ],
    [
      'Đ23 CSTĐCS, neither excellent nor an initiative: ingenuity is for a person to judge',
      'CSTDCS',
      { ...person, awards: held('LDTT', year), ratings: rated('good', year) },
      'needs_judgement',
    ],
    [
      'Đ23 CSTĐCS, without LĐTT of the year',
      'CSTDCS',
      { ...person, awards: held('LDTT', year - 1), ratings: rated('excellent', year) },
      'not_eligible',
    ],
    [
      'Đ22 CSTĐ Bộ, three years in a row and an initiative of the ministry',
      'CSTD_BO',
      { ...person, awards: held('CSTDCS', 2024, 2025, 2026), initiatives: [initiative('ministry')] },
      'eligible',
    ],
    [
      'Đ22 CSTĐ Bộ, the row ends the year before',
      'CSTD_BO',
      { ...person, awards: held('CSTDCS', 2023, 2024, 2025), initiatives: [initiative('national')] },
      'eligible',
    ],
    [
      'Đ22 CSTĐ Bộ, a year missing in the row',
      'CSTD_BO',
      { ...person, awards: held('CSTDCS', 2023, 2025, 2026), initiatives: [initiative('ministry')] },
      'not_eligible',
    ],
    [
      'Đ22 CSTĐ Bộ, an older row: open question',
      'CSTD_BO',
      { ...person, awards: held('CSTDCS', 2020, 2021, 2022), initiatives: [initiative('ministry')] },
      'needs_judgement',
    ],
    [
      'Đ22 CSTĐ Bộ, an initiative known in the unit only',
      'CSTD_BO',
      { ...person, awards: held('CSTDCS', 2024, 2025, 2026), initiatives: [initiative('unit')] },
      'not_eligible',
    ],
    [
      'Đ21 CSTĐTQ, two CSTĐ Bộ in a row and a national initiative',
      'CSTDTQ',
      { ...person, awards: held('CSTD_BO', 2025, 2026), initiatives: [initiative('national')] },
      'eligible',
    ],
    [
      'Đ21 CSTĐTQ, one CSTĐ Bộ',
      'CSTDTQ',
      { ...person, awards: held('CSTD_BO', 2026), initiatives: [initiative('national')] },
      'not_eligible',
    ],
    [
      'Đ21 CSTĐTQ, initiative of the ministry',
      'CSTDTQ',
      { ...person, awards: held('CSTD_BO', 2025, 2026), initiatives: [initiative('ministry')] },
      'not_eligible',
    ],
    [
      'Đ28 TTLĐTT, 70 % LĐTT',
      'TTLDTT',
      { ...collective, ratings: rated('good', year), members: { ...excellentTeam, holding: { LDTT: 7 } } },
      'eligible',
    ],
    [
      'Đ28 TTLĐTT, 60 % LĐTT',
      'TTLDTT',
      { ...collective, ratings: rated('good', year), members: { ...excellentTeam, holding: { LDTT: 6 } } },
      'not_eligible',
    ],
    [
      'Đ28 TTLĐTT, a member warned',
      'TTLDTT',
      {
        ...collective,
        ratings: rated('good', year),
        members: { ...excellentTeam, holding: { LDTT: 7 }, highestDiscipline: 'warning' },
      },
      'not_eligible',
    ],
    [
      'Đ28 TTLĐTT, a member reprimanded',
      'TTLDTT',
      {
        ...collective,
        ratings: rated('good', year),
        members: { ...excellentTeam, holding: { LDTT: 7 }, highestDiscipline: 'reprimand' },
      },
      'eligible',
    ],
    [
      'Đ27 TTLĐXS, everything',
      'TTLDXS',
      {
        ...collective,
        ratings: rated('excellent', year),
        members: { ...excellentTeam, holding: { LDTT: 8, CSTDCS: 1 } },
      },
      'eligible',
    ],
    [
      'Đ27 TTLĐXS, nobody CSTĐCS',
      'TTLDXS',
      {
        ...collective,
        ratings: rated('excellent', year),
        members: { ...excellentTeam, holding: { LDTT: 8, CSTDCS: 0 } },
      },
      'not_eligible',
    ],
    [
      'Đ27 TTLĐXS, a member who did not complete',
      'TTLDXS',
      {
        ...collective,
        ratings: rated('excellent', year),
        members: { ...excellentTeam, holding: { LDTT: 8, CSTDCS: 1 }, lowestRating: 'not_completed' },
      },
      'not_eligible',
    ],
    ['Đ26 Cờ Bộ is for a person to judge', 'CO_BO', collective, 'needs_judgement'],
    ['Đ25 Cờ Chính phủ is for a person to judge', 'CO_CP', collective, 'needs_judgement'],
  ])('%s: %s', (_, award, record, verdict) => {
    expect(consider(award, record).verdict).toBe(verdict);
  });
});

describe('forms: any one of several branches (Articles 34-44, 73, 74, grade A); the branch of công trạng', () => {
  const fiveYears = (excellent: number) => [
    ...rated('excellent', ...years(5).slice(0, excellent)),
    ...rated('good', ...years(5).slice(excellent)),
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
    ratings: rated('excellent', ...years(10)),
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

describe('principles for every award', () => {
  const good = { ...person, awards: held('CSTD_BO', 2025, 2026), initiatives: [initiative('national')] };
  test.each([
    ['a complaint is being examined (NĐ 152 Đ4(4))', { underExamination: true }, 'not_eligible'],
    ['nobody said whether something is being examined', { underExamination: undefined }, 'needs_judgement'],
    [
      'a disciplinary measure is in force',
      { discipline: [{ severity: 'reprimand', endedOn: null }] },
      'not_eligible',
    ],
    [
      'a measure that has ended',
      { discipline: [{ severity: 'reprimand', endedOn: '2020-05-01' }] },
      'eligible',
    ],
    [
      'the same title for the same year (Law Đ5(2))',
      { awards: [...good.awards, ...held('CSTDTQ', year)] },
      'not_eligible',
    ],
    [
      'the same title, revoked',
      { awards: [...good.awards, { award: 'CSTDTQ', year, revoked: true }] },
      'eligible',
    ],
    [
      'a revoked title of the row',
      { awards: [...held('CSTD_BO', 2025), { award: 'CSTD_BO', year, revoked: true }] },
      'not_eligible',
    ],
    [
      'an initiative already used for another title',
      { initiatives: [initiative('national', ['title'])] },
      'eligible',
    ],
    [
      'an initiative already used for a form (CV 5007)',
      { initiatives: [initiative('national', ['commendation'])] },
      'not_eligible',
    ],
  ])('%s', (_, change, verdict) => {
    expect(consider('CSTDTQ', { ...good, ...change }).verdict).toBe(verdict);
  });

  test('years before the end of a measure do not count, the year of its end is looked at', () => {
    const record = {
      ...person,
      ratings: rated('excellent', 2025, 2026),
      initiatives: [initiative('unit'), initiative('unit')],
    };
    const outcomeAfter = (endedOn: string) =>
      consider('BK_BO', { ...record, discipline: [{ severity: 'warning', endedOn }] }).branches[1]?.outcome;
    expect([outcomeAfter('2024-12-31'), outcomeAfter('2025-03-01'), outcomeAfter('2026-03-01')]).toEqual([
      'met',
      'unknown',
      'not_met',
    ]);
  });

  test('an initiative used for a title is spent for a form', () => {
    const record = {
      ...person,
      ratings: rated('excellent', 2025, 2026),
      initiatives: [initiative('unit'), initiative('unit', ['title'])],
    };
    const [, tested] = consider('BK_BO', record).branches;
    expect(tested?.outcome).toBe('not_met');
    expect(tested?.criteria[1]).toMatchObject({
      facts: ['Sáng kiến unit (unit, 2026)', 'Sáng kiến unit (unit, 2026, already used)'],
    });
  });
});

describe('missing evidence asks a person, it never rejects', () => {
  test.each([
    ['nothing at all is known', { kind: 'person' }],
    [
      'the list of awards may be incomplete',
      {
        ...person,
        awardsCompleteFrom: undefined,
        awards: held('CSTD_BO', 2026),
        initiatives: [initiative('national')],
      },
    ],
    [
      'the list of awards begins too late',
      {
        ...person,
        awardsCompleteFrom: 2026,
        awards: held('CSTD_BO', 2026),
        initiatives: [initiative('national')],
      },
    ],
    ['initiatives are not known', { ...person, initiatives: undefined, awards: held('CSTD_BO', 2025, 2026) }],
    [
      'a year of the row was maternity leave',
      {
        ...person,
        awards: held('CSTD_BO', 2026),
        maternityYears: [2025],
        initiatives: [initiative('national')],
      },
    ],
  ])('%s', (_, record) => {
    expect(consider('CSTDTQ', record).verdict).toBe('needs_judgement');
  });
});

test('a verdict explains itself: what was asked, what was found, what is missing, and the article', () => {
  const record = { ...person, awards: held('CSTD_BO', 2026), initiatives: [initiative('national')] };
  expect(consider('CSTDTQ', record).branches).toEqual([
    {
      point: null,
      outcome: 'not_met',
      criteria: [
        {
          text: {
            vi: '02 lần liên tục có “Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh”',
            en: '“Ministry or provincial emulation fighter” twice in a row',
          },
          outcome: 'not_met',
          facts: ['CSTD_BO 2026'],
          missing: ['CSTD_BO 2025'],
          citation: 'Luật số 06/2022/QH15, Điều 21',
          grade: 'A',
        },
        {
          text: {
            vi: '01 sáng kiến, đề tài có phạm vi ảnh hưởng toàn quốc',
            en: '1 initiative or project effective nationwide',
          },
          outcome: 'met',
          facts: ['Sáng kiến national (national, 2026)'],
          missing: [],
          citation: 'Luật số 06/2022/QH15, Điều 21',
          grade: 'A',
        },
      ],
      alternatives: [],
      citation: 'Luật số 06/2022/QH15, Điều 21',
      grade: 'A',
    },
  ]);
});

test('an unknown award and a kind of nominee the award is not for are errors, not verdicts', () => {
  expect(() => consider('CSTDXX', person)).toThrow(UnknownAwardError);
  expect(() => consider('CSTDTQ', collective)).toThrow(WrongNomineeKindError);
});
