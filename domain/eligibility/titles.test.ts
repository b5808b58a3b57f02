import { describe, expect, test } from 'vitest';
import { collective, consider, held, initiative, person, rated, year } from '../../test/nominees.ts';

describe('titles: one list of conditions (Law 06/2022/QH15 Articles 21-28, grade A)', () => {
  const excellentTeam = { total: 10, lowestRating: 'completed', highestDiscipline: 'none' };
  test.each([
    ['Đ24 LĐTT, rated good', 'LDTT', { ...person, ratings: rated('good', year) }, 'eligible'],
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
