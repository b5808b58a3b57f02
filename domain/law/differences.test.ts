import { describe, expect, test } from 'vitest';
import { law, law98 } from '../../test/nominees.ts';
import { ruleDifferences } from './differences.ts';
import { appraisingLevel, levelsBefore } from './receipt.ts';
import { type AwardRule, awardRule, type RuleSet, UnknownAwardError } from './rule-set.ts';

const changed = (code: string, change: (rule: AwardRule) => Partial<AwardRule>): RuleSet => ({
  ...law,
  awards: law.awards.map((rule) => (rule.code === code ? { ...rule, ...change(rule) } : rule)),
});
const abouts = (after: RuleSet, code: string, voted?: ('unit' | 'department' | 'ministry')[]) =>
  ruleDifferences(law, after, code, voted).map(({ about }) => about.en);

describe('what two sets say differently about an award', () => {
  test.each<[string, string, (rule: AwardRule) => Partial<AwardRule>, string]>([
    [
      'who decides',
      'BK_BO',
      ({ decider }) => ({ decider: { ...decider, value: 'department' } }),
      'who decides',
    ],
    ['the chain', 'BK_BO', ({ chain }) => ({ chain: { ...chain, value: 'U' } }), 'chain'],
    [
      'the Central Council',
      'BK_TTG',
      ({ centralCouncil }) => ({ centralCouncil: { ...centralCouncil, value: true } }),
      'goes to the Central Council',
    ],
    [
      'the ballot',
      'BK_TTG',
      ({ ballotMandatory }) => ({ ballotMandatory: { ...ballotMandatory, value: true } }),
      'ballot mandatory',
    ],
    [
      'a share',
      'CSTDTQ',
      ({ votes }) => ({ votes: { ...votes, ministry: { ...votes.ministry, sharePercent: 80 } } }),
      'share in favour, level ministry, province',
    ],
    ['public posting', 'HCLD3', () => ({ publicPosting: null }), 'public posting, level ministry, province'],
    ['the deadline', 'CSTDTQ', () => ({ dossierDeadline: null }), 'deadline of the dossier'],
    ['the papers', 'CSTDTQ', ({ papers }) => ({ papers: papers.slice(1) }), 'papers'],
    [
      'the bonus',
      'CSTDTQ',
      () => ({ money: { person: null, collective: null, leftToOrganisation: null } }),
      'bonus, persons',
    ],
    [
      'the standard',
      'CSTDTQ',
      ({ standards }) => ({
        standards: {
          person: (standards.person ?? []).map((branch) => ({ ...branch, allOf: branch.allOf.slice(1) })),
        },
      }),
      'standard, persons',
    ],
  ])('%s', (_, code, change, about) => {
    expect(abouts(changed(code, change), code)).toEqual([about]);
  });

  test('where it is written is no difference: Decree 152 kept what Decree 98 said of these', () => {
    for (const code of ['CSTDTQ', 'BK_BO', 'HCLD3', 'CO_CP'])
      expect(ruleDifferences(law98, law, code), code).toEqual([]);
  });

  test('shares of levels that have voted are not compared', () => {
    const after = changed('CSTDTQ', ({ votes }) => ({
      votes: { ...votes, department: { ...votes.department, sharePercent: 70 } },
    }));
    expect(abouts(after, 'CSTDTQ').length).toBe(1);
    expect(abouts(after, 'CSTDTQ', levelsBefore('ministry') as ['unit', 'department'])).toEqual([]);
  });

  test('both sides are told with article and grade, and nothing where a set says nothing', () => {
    const [difference] = ruleDifferences(
      law,
      changed('HCLD3', () => ({ publicPosting: null })),
      'HCLD3',
    );
    expect(difference).toEqual({
      about: { vi: 'công khai lấy ý kiến, cấp bộ, tỉnh', en: 'public posting, level ministry, province' },
      before: {
        text: { vi: '10 ngày làm việc', en: '10 working days' },
        citation: 'Nghị định số 98/2023/NĐ-CP, Điều 46',
        grade: 'C',
      },
      after: null,
    });
  });

  test('an award that one of them does not know cannot be compared', () => {
    expect(() => ruleDifferences(law, { ...law, awards: [] }, 'HCLD3')).toThrow(UnknownAwardError);
  });
});

test.each([
  ['LDTT', null],
  ['BK_BO', 'ministry'],
  ['BK_TTG', 'central'],
  ['HCLD3', 'central'],
])('the body that appraises %s stands at level %s', (code, level) => {
  expect(appraisingLevel(awardRule(law, code))).toBe(level);
});
