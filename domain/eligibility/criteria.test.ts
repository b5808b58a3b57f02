import { describe, expect, test } from 'vitest';
import {
  collective,
  consider,
  held,
  initiative,
  lastYears,
  law,
  law98,
  person,
  rated,
  year,
} from '../../test/nominees.ts';
import { type Criterion, type Eligibility, eligibility } from './eligibility.ts';
import { nomineeRecordSchema } from './record.ts';

/** The criterion whose English text begins so, wherever it stands. */
function criterion({ principles, branches }: Eligibility, start: string): Criterion | undefined {
  return [
    ...principles,
    ...branches.flatMap(({ criteria, alternatives }) => [...criteria, ...alternatives.flat()]),
  ].find(({ text }) => text.en.startsWith(start));
}

describe('transfers between units (TT 01/2024/TT-TANDTC Đ29, grade C: a rule of the courts)', () => {
  test.each([
    ['nobody moved', [], 'met'],
    ['five months at the former unit', [{ year, monthsAtFormerUnit: 5 }], 'met'],
    ['six months, its opinion is there', [{ year, monthsAtFormerUnit: 6, formerUnitAgrees: true }], 'met'],
    ['six months, nobody has looked for its opinion', [{ year, monthsAtFormerUnit: 6 }], 'unknown'],
    [
      'it disagrees: the rule is unconfirmed, so a person decides',
      [{ year, monthsAtFormerUnit: 9, formerUnitAgrees: false }],
      'unknown',
    ],
    ['a move before the period', [{ year: year - 1, monthsAtFormerUnit: 9 }], 'met'],
  ])('%s', (_, transfers, outcome) => {
    const found = criterion(consider('LDTT', { ...person, transfers }), 'the former unit');
    expect(found).toMatchObject({ outcome, citation: 'Thông tư số 01/2024/TT-TANDTC, Điều 29', grade: 'C' });
  });
});

describe('one commendation for one achievement (Law Đ5(2), grade A)', () => {
  test.each([
    [
      'proposed for the same award in another dossier',
      { openProposals: [{ award: 'BK_BO', periodTo: year }] },
      'not_met',
    ],
    ['proposed for it for other years', { openProposals: [{ award: 'BK_BO', periodTo: year - 1 }] }, 'met'],
    [
      'proposed for a title: titles and forms do not exclude each other',
      { openProposals: [{ award: 'CSTDCS', periodTo: year }] },
      'met',
    ],
    [
      'proposed for another form for just these years',
      { openProposals: [{ award: 'GK', periodTo: year }] },
      'unknown',
    ],
  ])('%s', (_, change, outcome) => {
    const found = criterion(consider('BK_BO', { ...person, ...change }), 'not proposed in another dossier');
    expect(found).toMatchObject({ outcome, citation: 'Luật số 06/2022/QH15, Điều 5 khoản 2', grade: 'A' });
  });

  test('the same form for sudden merit beside regular merit may be for another achievement: a person says', () => {
    const outcome = (commendationKind: string) =>
      criterion(
        consider('BK_BO', { ...person, awards: [{ award: 'BK_BO', year, commendationKind }] }, 'merit'),
        'not yet given this award',
      )?.outcome;
    expect([outcome('sudden'), outcome('merit')]).toEqual(['unknown', 'not_met']);
  });

  test('another form held for just these years asks a person, one for longer years does not', () => {
    const outcome = (awards: object[]) =>
      criterion(consider('BK_BO', { ...person, awards }), 'not yet given this award')?.outcome;
    expect(outcome(held('GK', year))).toBe('unknown');
    expect(outcome([{ award: 'GK', year, fromYear: year - 1 }])).toBe('met');
    expect(outcome([{ award: 'BK_BO', year: year + 1, fromYear: year - 1 }])).toBe('not_met');
  });
});

describe('gaps between awards, counted from the period that the decision names (NĐ 98/2023 Đ30(9), grade C)', () => {
  const third = (awards: object[]) =>
    criterion(
      consider('HCLD2', {
        ...person,
        awards: [...awards, ...held('CSTD_BO', 2024)],
        ratings: rated('excellent', ...lastYears(5)),
      }),
      'at least 5 years after',
    );
  test.each([
    ['five years', held('HCLD3', 2021), 'met'],
    ['four years: the rule is unconfirmed, so a person decides', held('HCLD3', 2022), 'unknown'],
    ['the decision names no period', [{ award: 'HCLD3', year: 2015, periodNamed: false }], 'unknown'],
  ])('%s', (_, awards, outcome) => {
    expect(third(awards)).toMatchObject({
      outcome,
      citation: 'Nghị định số 98/2023/NĐ-CP, Điều 30 khoản 9',
      grade: 'C',
    });
  });

  test.each([
    ['Đ34 HCSV, 25 years after the Hồ Chí Minh Order', 'HCSV', held('HCHCM', 2001), 'met'],
    ['Đ34 HCSV, 24 years', 'HCSV', held('HCHCM', 2002), 'not_met'],
    ['Đ35 HCHCM a second time, 14 years', 'HCHCM', held('HCHCM', 2012), 'not_met'],
    ['Đ35 HCHCM, ten years after the Independence Order', 'HCHCM', held('HCDL1', 2016), 'met'],
  ])('%s (grade A)', (_, award, awards, outcome) => {
    const found = consider(award, { ...collective, awards })
      .branches.flatMap(({ criteria, alternatives }) => [...criteria, ...alternatives.flat()])
      .find(({ text, facts }) => /years after/.test(text.en) && facts.length > 0);
    expect(found).toMatchObject({ outcome, grade: 'A' });
  });
});

describe('what counts towards regular merit', () => {
  test('awards for sudden merit and thematic movements do not (NĐ 152 Đ4(3), grade B)', () => {
    const awards = (commendationKind: string) => [
      { award: 'CSTDCS', year: 2025 },
      { award: 'CSTDCS', year: 2026, commendationKind },
    ];
    const [, sudden] = ['merit', 'sudden'].map(
      (kind) => consider('BK_BO', { ...person, awards: awards(kind) }).branches[0],
    );
    expect(sudden?.criteria[0]).toMatchObject({
      outcome: 'not_met',
      facts: ['CSTDCS 2025', 'CSTDCS 2026 (sudden, does not count)'],
      related: [{ citation: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 3', grade: 'B' }],
    });
  });

  test('an initiative that was used names the letter that forbids it (CV 5007, grade B)', () => {
    const initiatives = [initiative('national', ['commendation'])];
    const found = criterion(consider('CSTDTQ', { ...person, initiatives }), '1 initiative');
    expect(found).toMatchObject({
      outcome: 'not_met',
      related: [{ citation: 'Công văn số 5007/BNV-TĐKT năm 2023', grade: 'B' }],
    });
  });

  test('a year of maternity leave inside a row asks a person and names why (NĐ 152 Đ4(5), grade B)', () => {
    const found = criterion(
      consider('CSTD_BO', { ...person, awards: held('CSTDCS', 2024, 2026), maternityYears: [2025] }),
      '“Grass-roots',
    );
    expect(found).toMatchObject({
      outcome: 'unknown',
      missing: ['CSTDCS 2025'],
      related: [{ citation: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 5', grade: 'B' }],
    });
  });

  test('a rating that a work-plan score gave names the organisation’s rule', () => {
    const by = { citation: 'Quy chế, Điều 9', grade: 'A' };
    const ratings = [{ year, rating: 'good', by }];
    expect(criterion(consider('LDTT', { ...person, ratings }), 'work completed well')).toMatchObject({
      outcome: 'met',
      related: [by],
    });
  });

  test('years lost by a disciplinary measure name why (NĐ 152 Đ4(4), grade B)', () => {
    const found = criterion(
      consider('BK_BO', {
        ...person,
        ratings: rated('excellent', 2025, 2026),
        discipline: [{ severity: 'warning', endedOn: '2026-03-01' }],
      }),
      'work completed excellently',
    );
    expect(found).toMatchObject({
      outcome: 'not_met',
      related: [{ citation: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 4', grade: 'B' }],
    });
  });
});

test('an excellent year among the five is enough for HCLĐ Ba, whichever it is (Law Đ44(1)e, grade A)', () => {
  const ratings = (excellent: number) => [
    ...rated('good', ...lastYears(5).filter((y) => y !== excellent)),
    ...rated('excellent', excellent),
  ];
  const outcomes = lastYears(5).map(
    (excellent) =>
      criterion(consider('HCLD3', { ...person, ratings: ratings(excellent) }), 'work completed excellently')
        ?.outcome,
  );
  expect(outcomes).toEqual(['met', 'met', 'met', 'met', 'met']);
});

describe('of equals women come first (NĐ 152 Đ4(6), grade B), beside the verdict', () => {
  test.each([
    ['a woman', 'LDTT', { ...person, sex: 'female' }, 'met'],
    ['a man', 'LDTT', { ...person, sex: 'male' }, 'not_met'],
    ['not known', 'LDTT', person, 'unknown'],
    ['7 women of 10', 'TTLDTT', { ...collective, members: { total: 10, women: 7 } }, 'met'],
    ['13 women of 19: 68 %', 'TTLDTT', { ...collective, members: { total: 19, women: 13 } }, 'not_met'],
  ])('%s', (_, award, record, outcome) => {
    expect(consider(award, record).preference).toMatchObject({ outcome, grade: 'B' });
  });
});

describe('a disciplinary measure ends at 24:00 of its last day (NĐ 152 Đ4(4), grade B; Civil Code Đ148(6), grade A)', () => {
  const record = nomineeRecordSchema.parse({
    ...person,
    discipline: [{ severity: 'reprimand', endedOn: '2026-11-22' }],
  });
  test.each([
    ['2026-11-21', 'not_met'],
    ['2026-11-22', 'not_met'],
    ['2026-11-23', 'met'],
    [undefined, 'met'],
  ])('asked on %s', (on, outcome) => {
    const asked = eligibility(law, 'LDTT', record, { from: year, to: year, on });
    expect(criterion(asked, 'no disciplinary measure')).toMatchObject({ outcome, grade: 'B' });
  });
});

describe('women in leading posts need a third less time for merit of long service (NĐ 152 Đ4(7), grade B)', () => {
  const related = (sex: string, kind: string, set = law) =>
    consider('HCLD3', { ...person, sex }, kind, set)
      .branches.at(-1)
      ?.criteria[0]?.related?.map(({ grade }) => grade);
  test.each([
    ['a woman, long service', 'female', 'service', ['B']],
    ['a woman, regular merit', 'female', 'merit', undefined],
    ['a man, long service', 'male', 'service', undefined],
  ])('%s: who judges is told', (_, sex, kind, grades) => {
    expect(related(sex, kind)).toEqual(grades);
  });
  test('under Decree 98 its clause was not read (grade C)', () => {
    expect(related('female', 'service', law98)).toEqual(['C']);
  });
});

describe('medals for years of service (Law Đ54-58, grade A)', () => {
  test.each([
    ['HC_QKQT', 25],
    ['HC_VANTQ', 25],
    ['HC_CSVV1', 20],
    ['HC_CSVV2', 15],
    ['HC_CSVV3', 10],
  ])('%s: %i years', (award, years) => {
    const outcome = (serviceYears?: number) =>
      consider(award, { ...person, serviceYears }).branches[0]?.criteria[0]?.outcome;
    expect([outcome(years - 1), outcome(years), outcome()]).toEqual(['not_met', 'met', 'unknown']);
    expect(consider(award, { ...person, serviceYears: years - 1 }).verdict).toBe('not_eligible');
  });
});

describe('simplified procedure (Law Đ85, grade A)', () => {
  const papers = (award: string, commendationKind: string | undefined) =>
    consider(award, person, commendationKind).procedure;
  test.each(['sudden', 'service', 'tenure', 'external'])('%s needs two papers', (kind) => {
    expect(papers('HCLD3', kind)).toMatchObject({
      simplified: true,
      papers: [{ code: 'submission' }, { code: 'summary_report' }],
      citation: 'Luật số 06/2022/QH15, Điều 85',
    });
  });
  test.each(['merit', 'movement', 'resistance'])('%s needs all of them', (kind) => {
    expect(papers('HCLD3', kind)).toMatchObject({ simplified: false });
    expect(papers('HCLD3', kind)?.papers.length).toBe(4);
  });
  test.each(['political_task', 'bravery', 'international_prize', 'found_by_head', 'state_secret'] as const)(
    '%s is a case of it whatever the kind',
    (simplifiedCase) => {
      const proposal = { from: year, to: year, commendationKind: 'merit', simplifiedCase } as const;
      const asked = eligibility(law, 'BK_BO', nomineeRecordSchema.parse(person), proposal);
      expect(asked.procedure).toMatchObject({ simplified: true, grade: 'A' });
    },
  );
  test('a title never has it, and nothing is said where the kind is not', () => {
    expect(papers('CSTDCS', 'sudden')?.simplified).toBe(false);
    expect(papers('HCLD3', undefined)).toBeNull();
  });
});
