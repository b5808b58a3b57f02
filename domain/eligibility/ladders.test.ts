import { describe, expect, test } from 'vitest';
import { collective, consider, held, lastYears, law, law98, person, rated } from '../../test/nominees.ts';

type Awards = ReturnType<typeof held>[];

/** A collective with ten excellent years and these awards. */
const team = (...awards: Awards) => ({
  ...collective,
  foundedIn: 1980,
  awards: awards.flat(),
  ratings: rated('excellent', ...lastYears(10)),
});
/** A person with five years of good work after one that was only completed, so many of them excellent, and these awards. */
const worker = (excellent: number, ...awards: Awards) => ({
  ...person,
  awards: awards.flat(),
  ratings: [
    ...rated('completed', 2021),
    ...rated('excellent', ...lastYears(5).slice(0, excellent)),
    ...rated('good', ...lastYears(5).slice(excellent)),
  ],
});
const year = 2026;
const members = { total: 10, lowestRating: 'completed', highestDiscipline: 'none' };

/**
 * Every alternative of every standard in the table of forms and titles, met and just missed: the article it is written in, what
 * is asked about, and what the law says. Both sets in force say the same; every row is of grade A.
 */
const table: [
  article: string,
  what: string,
  award: string,
  record: object,
  outcome: 'met' | 'not_met' | 'unknown',
][] = [
  [
    'Điều 28',
    '70 % LĐTT exactly',
    'TTLDTT',
    { ...collective, ratings: rated('good', year), members: { ...members, holding: { LDTT: 7 } } },
    'met',
  ],
  [
    'Điều 28',
    'nine of thirteen are 69 %',
    'TTLDTT',
    { ...collective, ratings: rated('good', year), members: { ...members, total: 13, holding: { LDTT: 9 } } },
    'not_met',
  ],
  [
    'Điều 28',
    'the work only completed',
    'TTLDTT',
    { ...collective, ratings: rated('completed', year), members: { ...members, holding: { LDTT: 7 } } },
    'not_met',
  ],
  [
    'Điều 27',
    'the work good, not excellent',
    'TTLDXS',
    { ...collective, ratings: rated('good', year), members: { ...members, holding: { LDTT: 7, CSTDCS: 1 } } },
    'not_met',
  ],
  [
    'Điều 27',
    '60 % LĐTT',
    'TTLDXS',
    {
      ...collective,
      ratings: rated('excellent', year),
      members: { ...members, holding: { LDTT: 6, CSTDCS: 1 } },
    },
    'not_met',
  ],
  [
    'Điều 74 khoản 1 điểm d',
    'two excellent years, one initiative',
    'BK_BO',
    { ...worker(2), initiatives: [{ name: 'S', year, scope: 'unit' }] },
    'not_met',
  ],
  ['Điều 73 khoản 1 điểm b', 'no BK Bộ', 'BK_TTG', worker(0, held('CSTDCS', 2022, 2024, 2026)), 'not_met'],
  ['Điều 73 khoản 4 điểm e', 'no BK Bộ, one Cờ Bộ', 'BK_TTG', team(held('CO_BO', 2024)), 'not_met'],
  [
    'Điều 44 khoản 4 điểm đ',
    'two Cờ Bộ',
    'HCLD3',
    team(held('BK_TTG', 2020), held('CO_BO', 2023, 2025)),
    'met',
  ],
  [
    'Điều 44 khoản 4 điểm đ',
    'one Cờ Bộ alone',
    'HCLD3',
    team(held('BK_TTG', 2020), held('CO_BO', 2025)),
    'not_met',
  ],
  ['Điều 44 khoản 4 điểm đ', 'no BK TTg', 'HCLD3', team(held('CO_CP', 2025)), 'not_met'],
  [
    'Điều 44 khoản 4 điểm đ',
    'ten years of existence exactly',
    'HCLD3',
    { ...team(held('BK_TTG', 2020), held('CO_CP', 2025)), foundedIn: 2016 },
    'met',
  ],
  [
    'Điều 44 khoản 1 điểm e',
    'two CSTĐCS',
    'HCLD3',
    worker(1, held('BK_TTG', 2020), held('CSTDCS', 2024, 2026)),
    'not_met',
  ],
  ['Điều 43 khoản 1 điểm đ', 'no third class', 'HCLD2', worker(2, held('CSTD_BO', 2024)), 'not_met'],
  ['Điều 43 khoản 1 điểm đ', 'no CSTĐ Bộ', 'HCLD2', worker(2, held('HCLD3', 2020)), 'not_met'],
  [
    'Điều 43 khoản 4 điểm d',
    'one Cờ CP and one Cờ Bộ',
    'HCLD2',
    team(held('HCLD3', 2020), held('CO_CP', 2025), held('CO_BO', 2023)),
    'met',
  ],
  [
    'Điều 43 khoản 4 điểm d',
    'three BK Bộ, if it cannot have a flag',
    'HCLD2',
    team(held('HCLD3', 2020), held('BK_BO', 2022, 2023, 2025)),
    'unknown',
  ],
  ['Điều 43 khoản 4 điểm d', 'no third class', 'HCLD2', team(held('CO_BO', 2022, 2023, 2025)), 'not_met'],
  [
    'Điều 42 khoản 1 điểm đ',
    'two excellent years',
    'HCLD1',
    worker(2, held('HCLD2', 2020), held('CSTD_BO', 2023, 2026)),
    'not_met',
  ],
  ['Điều 42 khoản 1 điểm đ', 'no second class', 'HCLD1', worker(3, held('CSTD_BO', 2023, 2026)), 'not_met'],
  [
    'Điều 42 khoản 4 điểm d',
    'two Cờ CP',
    'HCLD1',
    team(held('HCLD2', 2020), held('CO_CP', 2023, 2025)),
    'met',
  ],
  [
    'Điều 42 khoản 4 điểm d',
    'four Cờ Bộ',
    'HCLD1',
    team(held('HCLD2', 2020), held('CO_BO', 2022, 2023, 2024, 2025)),
    'met',
  ],
  [
    'Điều 42 khoản 4 điểm d',
    'four BK Bộ, if it cannot have a flag',
    'HCLD1',
    team(held('HCLD2', 2020), held('BK_BO', 2022, 2023, 2024, 2025)),
    'unknown',
  ],
  ['Điều 42 khoản 4 điểm d', 'no second class', 'HCLD1', team(held('CO_CP', 2023, 2025)), 'not_met'],
  [
    'Điều 38 khoản 3',
    'two Cờ CP and two Cờ Bộ',
    'HCDL3',
    team(held('HCLD1', 2016), held('CO_CP', 2019, 2023), held('CO_BO', 2020, 2024)),
    'met',
  ],
  [
    'Điều 38 khoản 3',
    'one Cờ CP',
    'HCDL3',
    team(held('HCLD1', 2016), held('CO_CP', 2023), held('BK_TTG', 2020)),
    'not_met',
  ],
  [
    'Điều 38 khoản 3',
    'no Labour Order, first class',
    'HCDL3',
    team(held('CO_CP', 2019, 2023), held('BK_TTG', 2020)),
    'not_met',
  ],
  [
    'Điều 37 khoản 3',
    'two Cờ CP, BK Bộ and two Cờ Bộ',
    'HCDL2',
    team(held('HCDL3', 2016), held('CO_CP', 2019, 2023), held('BK_BO', 2021), held('CO_BO', 2020, 2024)),
    'met',
  ],
  [
    'Điều 37 khoản 3',
    'no BK Bộ',
    'HCDL2',
    team(held('HCDL3', 2016), held('CO_CP', 2019, 2023), held('BK_TTG', 2020)),
    'not_met',
  ],
  [
    'Điều 36 khoản 3',
    'three Cờ CP and BK TTg',
    'HCDL1',
    team(held('HCDL2', 2016), held('CO_CP', 2018, 2021, 2024), held('BK_TTG', 2020)),
    'met',
  ],
  [
    'Điều 36 khoản 3',
    'three Cờ CP and two Cờ Bộ',
    'HCDL1',
    team(held('HCDL2', 2016), held('CO_CP', 2018, 2021, 2024), held('CO_BO', 2020, 2023)),
    'met',
  ],
  [
    'Điều 36 khoản 3',
    'no second class',
    'HCDL1',
    team(held('CO_CP', 2018, 2021, 2024), held('BK_TTG', 2020)),
    'not_met',
  ],
];

describe.each([law, law98])(
  '$id: every alternative, met and just missed (Law 06/2022/QH15, grade A)',
  (set) => {
    test.each(table)('%s: %s: %s', (article, _, award, record, outcome) => {
      const kind = award.startsWith('TTLD') ? undefined : 'merit';
      const { branches } = consider(award, record, kind, set);
      const asked = branches.filter(({ citation }) => citation === `Luật số 06/2022/QH15, ${article}`);
      expect(asked.map(({ grade }) => grade)).toContain('A');
      expect(asked.map(({ outcome }) => outcome)).toContain(outcome);
      if (outcome !== 'met') expect(branches.map(({ outcome }) => outcome)).not.toContain('met');
    });
  },
);

describe('medals of long service in the armed forces (Articles 54 to 58): the years are counted, the rest is judged', () => {
  test.each([
    ['HC_QKQT', 25],
    ['HC_VANTQ', 25],
    ['HC_CSVV1', 20],
    ['HC_CSVV2', 15],
    ['HC_CSVV3', 10],
  ])('%s after %i years', (award, years) => {
    const verdict = (serviceYears: number) => consider(award, { ...person, serviceYears }, 'tenure').verdict;
    expect([verdict(years), verdict(years - 1)]).toEqual(['needs_judgement', 'not_eligible']);
    expect(consider(award, person, 'tenure').verdict).toBe('needs_judgement');
  });
});

test.each([
  ['NGND', 'NGUT'],
  ['TTND', 'TTUT'],
  ['NSND', 'NSUT'],
  ['NNND', 'NNUT'],
])('%s after %s only (Articles 64 to 67)', (award, before) => {
  expect(consider(award, { ...person, awards: held(before, 2020) }).verdict).toBe('needs_judgement');
  expect(consider(award, person).verdict).toBe('not_eligible');
});

describe('standards that only a person can judge refuse nobody', () => {
  const judged = {
    person: [
      ...['GK', 'KNC', 'AHLD', 'AHLLVT', 'HCDDK', 'HCDC', 'HCHN', 'HC_HN', 'HC_TNXP', 'GTHCM', 'GTNN'],
      ...['HCDL1', 'HCDL2', 'HCDL3', 'HCHCM', 'HCSV', 'NGUT', 'TTUT', 'NSUT', 'NNUT'],
    ],
    collective: ['XP_TB', 'THON_VH', 'CO_BO', 'CO_CP', 'CO_QK', 'GD_VH', 'GK', 'AHLD', 'AHLLVT', 'HCHN'],
    either: ['HCQC', 'HCBVTQ', 'HCCC'].flatMap((order) => [1, 2, 3].map((rank) => `${order}${rank}`)),
  };
  const rows = [
    ...[...judged.person, ...judged.either].map((award) => [award, 'person', person] as const),
    ...[...judged.collective, ...judged.either].map((award) => [award, 'collective', collective] as const),
  ];

  test.each(rows)('%s, %s', (award, _, record) => {
    expect(consider(award, record).verdict).toBe('needs_judgement');
  });

  test('none is left out', () => {
    const known = new Set(rows.map(([award, kind]) => `${award} ${kind}`));
    const left = law.awards.flatMap(({ code, standards }) =>
      Object.entries(standards)
        .filter(([, branches = []]) =>
          branches.every(({ allOf, oneOf }) =>
            [...allOf, ...(oneOf ?? []).flat()].every(({ need }) => need === 'other'),
          ),
        )
        .map(([kind]) => `${code} ${kind}`)
        .filter((row) => !known.has(row)),
    );
    expect(left).toEqual([]);
  });
});
