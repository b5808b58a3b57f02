import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collective, held, initiative, law, person, rated, year } from '../../test/nominees.ts';
import { eligibility } from './eligibility.ts';
import { nomineeRecordSchema } from './record.ts';
import { inWords } from './words.ts';

const names = new Map(law.awards.map(({ code, name }) => [code, name]));

test.each([
  ['CSTD_BO 2025', `${names.get('CSTD_BO')?.vi} năm 2025`],
  ['1 x initiative national', 'thêm 1 sáng kiến, đề tài phạm vi toàn quốc'],
  ['Phần mềm (bản 2) (national, 2025, already used)', 'Phần mềm (bản 2) (toàn quốc, 2025, đã sử dụng)'],
  ['underExamination', 'chưa có xác nhận về việc xem xét kỷ luật, thanh tra, khiếu nại, tố cáo'],
  ['no other CSTDTQ held for 2022-2026', `chưa được tặng ${names.get('CSTDTQ')?.vi} cho 2022-2026`],
  ['7/10 LDTT', `7/10 thành viên đạt ${names.get('LDTT')?.vi}`],
  ['good 2024', 'hoàn thành tốt nhiệm vụ năm 2024'],
  ['XYZ 2024', 'XYZ năm 2024'],
  ['a fact of a later rule', 'a fact of a later rule'],
])('"%s" in words', (text, vi) => {
  expect(inWords(text, names).vi).toBe(vi);
});

describe('every fact and every gap of every award has words', () => {
  const maybe = <T>(value: T) => fc.constantFrom(undefined, value);
  const records = fc.record({
    kind: fc.constantFrom('person', 'collective'),
    awards: fc.subarray([
      ...held('CSTD_BO', year, year - 1),
      ...held('BK_BO', year - 2),
      { award: 'BK_BO', year, commendationKind: 'sudden' },
      { award: 'HCLD3', year: year - 6, periodNamed: false },
    ]),
    ratings: fc.constantFrom([], rated('excellent', year, year - 1), rated('completed', year)),
    openProposals: fc.constantFrom([], [{ award: 'CSTDTQ', periodTo: year }]),
    transfers: fc.constantFrom([], [{ year, monthsAtFormerUnit: 7 }]),
    initiatives: maybe([initiative('national'), initiative('unit', ['title'])]),
    discipline: maybe([{ severity: 'warning', endedOn: null }]),
    underExamination: maybe(false),
    sex: maybe('female'),
    foundedIn: maybe(1990),
    members: maybe({
      total: 10,
      women: 7,
      holding: { LDTT: 8 },
      lowestRating: 'good',
      highestDiscipline: 'none',
    }),
  });

  test('of any record', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(...law.awards), (given, award) => {
        const record = nomineeRecordSchema.parse({
          ...(given.kind === 'person' ? person : collective),
          ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
        });
        fc.pre(award.standards[record.kind] !== undefined);
        const { principles, branches, preference } = eligibility(law, award.code, record, {
          from: year,
          to: year,
        });
        const criteria = [
          ...principles,
          ...branches.flatMap((branch) => [...branch.criteria, ...branch.alternatives.flat()]),
          ...(preference ? [preference] : []),
        ];
        for (const text of criteria.flatMap(({ facts, missing }) => [...facts, ...missing])) {
          expect(inWords(text, names).vi, text).not.toBe(text);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
