import { describe, expect, test } from 'vitest';
import { collective, consider, held, initiative, law98, person, rated, year } from '../../test/nominees.ts';
import { UnknownAwardError } from '../law/rule-set.ts';
import { WrongNomineeKindError } from './eligibility.ts';

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

  test.each([
    ['2023-12-31', 'eligible'],
    // Titles of years before the end of the measure, or of the year of its end, ask a person.
    ['2024-06-30', 'needs_judgement'],
    ['2025-06-30', 'needs_judgement'],
  ])('titles in a row after a measure that ended on %s: %s', (endedOn, verdict) => {
    const record = {
      ...person,
      awards: held('CSTDCS', 2024, 2025, 2026),
      initiatives: [initiative('ministry')],
      discipline: [{ severity: 'warning', endedOn }],
    };
    const tested = consider('CSTD_BO', record);
    expect(tested.verdict).toBe(verdict);
    expect(tested.branches[0]?.criteria[0]?.related?.[0]?.citation).toContain('Điều 4 khoản 4');
  });

  test('a title proposed for the same year, not decided yet, asks a person', () => {
    const record = {
      ...person,
      ratings: rated('excellent', 2026),
      openProposals: [{ award: 'LDTT', periodTo: 2026 }],
    };
    const tested = consider('CSTDCS', record);
    expect(tested.verdict).toBe('needs_judgement');
    expect(tested.branches[0]?.criteria[0]?.facts).toEqual(['LDTT 2026 proposed']);
    expect(consider('CSTDCS', { ...record, openProposals: [] }).verdict).toBe('not_eligible');
  });

  test('what colleagues weigh when they vote is told beside the criteria (Article 24)', () => {
    const { verdict, branches } = consider('LDTT', { ...person, ratings: rated('good', 2026) });
    expect(verdict).toBe('eligible');
    expect(branches[0]?.votedOn?.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^Solidarity.*\(by vote\)$/),
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

test('a rule that nobody has confirmed asks a person, it never refuses (Decree 98: its clause was not read, grade C)', () => {
  const record = {
    ...person,
    awards: held('CSTD_BO', 2025, 2026),
    initiatives: [initiative('national')],
    underExamination: true,
  };
  const { verdict, principles } = consider('CSTDTQ', record, undefined, law98);
  expect([verdict, principles[0]]).toMatchObject(['needs_judgement', { outcome: 'unknown', grade: 'C' }]);
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
