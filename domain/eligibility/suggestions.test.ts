import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  collective,
  held,
  initiative,
  lastYears,
  law,
  law98,
  person,
  rated,
  year,
} from '../../test/nominees.ts';
import { type Criterion, eligibility, showsAWay } from './eligibility.ts';
import { nomineeRecordSchema } from './record.ts';
import { suggestionsFor } from './suggestions.ts';

const suggested = (record: object) =>
  suggestionsFor(law, nomineeRecordSchema.parse(record), year, `${year}-12-20`).map(
    ({ award, from, verdict }) => `${award} ${from} ${verdict}`,
  );

describe('what somebody may be proposed for at the end of a year', () => {
  test.each([
    [
      'awards before the last ten years are not known: they suggest nothing',
      { ...person, awardsCompleteFrom: year - 9, ratings: rated('good', ...lastYears(6)) },
      [`LDTT ${year} eligible`],
    ],
    ['nothing is known of a person: nothing is suggested', { kind: 'person' }, []],
    [
      'good work: the title of the year; its solidarity is voted on (Law Đ24)',
      { ...person, ratings: rated('good', year) },
      [`LDTT ${year} eligible`],
    ],
    [
      'the title of the year and excellent work (Law Đ23)',
      { ...person, awards: held('LDTT', year), ratings: rated('excellent', year) },
      [`CSTDCS ${year} eligible`],
    ],
    [
      'of the ways to it only one is left, and that one only a person can judge: not suggested (Law Đ23)',
      { ...person, awards: held('LDTT', year), ratings: rated('good', year) },
      [],
    ],
    [
      'three years in a row, and two are enough for the form (Law Đ22, Đ74(1)d)',
      {
        ...person,
        awards: [...held('LDTT', year), ...held('CSTDCS', year, year - 1, year - 2)],
        initiatives: [initiative('ministry')],
        ratings: rated('good', ...lastYears(3)),
      },
      [`CSTD_BO ${year} eligible`, `BK_BO ${year - 1} eligible`],
    ],
    [
      'something is under examination: nothing (NĐ 152 Đ4(4))',
      { ...person, ratings: rated('good', year), underExamination: true },
      [],
    ],
    [
      'a collective (Law Đ27, Đ28, Đ74(3)d)',
      {
        ...collective,
        ratings: rated('excellent', year, year - 1),
        members: {
          total: 10,
          lowestRating: 'completed',
          highestDiscipline: 'none',
          holding: { LDTT: 8, CSTDCS: 1 },
        },
      },
      [`TTLDTT ${year} eligible`, `TTLDXS ${year} eligible`, `BK_BO ${year - 1} eligible`],
    ],
  ])('%s', (_, record, expected) => {
    expect(suggested(record)).toEqual(expected);
  });

  test('with the way that speaks for it: what was found and the article', () => {
    const record = { ...person, awards: held('LDTT', year), ratings: rated('excellent', year) };
    const [suggestion] = suggestionsFor(law, nomineeRecordSchema.parse(record), year, `${year}-12-20`);
    expect(suggestion?.way).toMatchObject({
      outcome: 'met',
      citation: 'Luật số 06/2022/QH15, Điều 23',
      grade: 'A',
    });
    expect(suggestion?.way.criteria[0]?.facts).toEqual([`LDTT ${year}`]);
  });
});

test('the quick look at a record agrees with the decision model, for every award it suggests or leaves out', () => {
  const records = fc.record({
    kind: fc.constant('person'),
    awardsCompleteFrom: fc.constantFrom(undefined, 1945, year - 9),
    awards: fc.subarray([
      ...held('LDTT', year),
      ...held('CSTDCS', year, year - 1, year - 2),
      ...held('CSTD_BO', year, year - 1),
      ...held('BK_BO', year - 6),
      ...held('BK_TTG', year - 5),
    ]),
    ratings: fc.constantFrom([], rated('good', ...lastYears(6)), rated('excellent', ...lastYears(5))),
    initiatives: fc.constantFrom(undefined, [], [initiative('national')]),
    discipline: fc.constantFrom(undefined, [], [{ severity: 'warning', endedOn: null }]),
    underExamination: fc.constantFrom(undefined, false, true),
  });
  const awards = ['LDTT', 'CSTDCS', 'CSTD_BO', 'CSTDTQ', 'BK_BO', 'BK_TTG', 'HCLD3', 'HC_QKQT'];
  fc.assert(
    fc.property(records, fc.constantFrom(...awards), fc.constantFrom(law, law98), (given, award, set) => {
      const record = nomineeRecordSchema.parse(given);
      const proposal = { from: year, to: year };
      const { verdict, principles, branches } = eligibility(set, award, record, proposal);
      const certain = ({ outcome, missing }: Criterion) => outcome === 'met' || missing[0] === 'judgement';
      const ways = branches.filter(({ criteria, alternatives }) => {
        const supported = (list: Criterion[]) =>
          list.every(certain) && list.some(({ outcome }) => outcome === 'met');
        if (alternatives.length === 0) return supported(criteria);
        return criteria.every(certain) && alternatives.some(supported);
      });
      const shown = ways.length > 0 && principles.every(({ outcome }) => outcome !== 'not_met');
      expect(showsAWay(set, award, record, proposal)).toBe(shown);
      if (shown) expect(verdict).not.toBe('not_eligible');
    }),
  );
});
