import { describe, expect, test } from 'vitest';
import { law, law98 } from '../../test/nominees.ts';
import { commendationKindSchema, simplifiedCaseSchema } from './criteria.ts';
import { procedureOf, type Reason } from './procedure.ts';
import { awardRule } from './rule-set.ts';

describe.each([law, law98])('$id: the simplified procedure (Law 06/2022/QH15 Article 85, grade A)', (set) => {
  const codes = (award: string, reason: Reason) =>
    procedureOf(set, award, reason)?.papers.map(({ code }) => code);

  test.each([
    ['merit', false],
    ['sudden', true],
    ['movement', false],
    ['service', true],
    ['tenure', true],
    ['external', true],
    ['resistance', false],
  ] as const)('of a form proposed for %s: %s', (commendationKind, simplified) => {
    expect(procedureOf(set, 'HCLD3', { commendationKind })).toMatchObject({
      simplified,
      citation: 'Luật số 06/2022/QH15, Điều 85',
      grade: 'A',
    });
    const all = awardRule(set, 'HCLD3').papers.map(({ code }) => code);
    expect(codes('HCLD3', { commendationKind })).toEqual(simplified ? ['submission', 'summary_report'] : all);
  });

  test.each(simplifiedCaseSchema.options)('of regular merit in the case %s', (simplifiedCase) => {
    expect(codes('BK_TTG', { commendationKind: 'merit', simplifiedCase })).toEqual([
      'submission',
      'summary_report',
    ]);
  });

  test('a title never has it', () => {
    for (const commendationKind of commendationKindSchema.options)
      expect(procedureOf(set, 'CSTDTQ', { commendationKind })?.simplified).toBe(false);
  });

  test('where no reason is said nobody knows', () => {
    expect(procedureOf(set, 'HCLD3', {})).toBeNull();
  });

  test('it shortens papers only: no clock, no bonus and no deciding authority asks for the reason', () => {
    const { clocks, fixedDates, awards } = set;
    const told = JSON.stringify([clocks, fixedDates, awards.map(({ money, decider }) => [money, decider])]);
    for (const word of [...commendationKindSchema.options, ...simplifiedCaseSchema.options])
      expect(told).not.toContain(`"${word}"`);
  });
});
