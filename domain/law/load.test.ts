import { describe, expect, test } from 'vitest';
import { checkOverlaps, parseRuleSet, ruleSetOn } from './load.ts';
import { awardRule, UnknownAwardError, voteRule } from './rule-set.ts';

/** A small rule-set in which everything is right; each test spoils one line of it. */
const right = `id: 2025-07-01.small
name: { vi: Nhỏ, en: Small }
status: in_force
effectiveFrom: 2025-07-01
effectiveTo: null
legalBases: []
voteRules:
  half: { sharePercent: 50, strict: true, denominator: total_members, quorum: 2/3, citation: Quy chế, grade: U }
  ninety: { sharePercent: 90, strict: false, denominator: total_members, quorum: 2/3, citation: Điều 30, grade: B }
voteDefaults: { unit: half, department: half, ministry: half, central: half }
papers:
  submission: { name: { vi: Tờ trình, en: Submission }, citation: Điều 84, grade: A }
awards:
  - code: CSTD_BO
    kind: title
    name: { vi: Chiến sĩ thi đua cấp bộ, en: Ministry emulation fighter }
    citation: Điều 22
    grade: A
    nominees: [person]
    level: ministry
    decider: { value: ministry, citation: Điều 79, grade: A }
    chain: { value: M, citation: Điều 79, grade: A }
    centralCouncil: { value: false, citation: Điều 32, grade: B }
    ballotMandatory: { value: true, citation: Điều 30, grade: B }
    votes: { ministry: ninety }
    standards:
      person:
        - allOf: [{ need: award, award: CSTD_BO, times: 3, consecutive: true }]
          citation: Điều 22
          grade: A
    papers: [submission]
    money:
      person: { tenths: 30, citation: Điều 49, grade: B }
    paper: { type: QĐ, subject: { vi: Về việc tặng danh hiệu, en: On conferring a title } }
`;
const lineOf = (start: string) =>
  right.split('\n').findIndex((line) => line.trimStart().startsWith(start)) + 1;

test('a right file becomes a rule-set with its references looked up', () => {
  const { ruleSet } = parseRuleSet(right, 'small.yaml');
  if (!ruleSet) throw new Error('refused');
  const rule = awardRule(ruleSet, 'CSTD_BO');
  expect(voteRule(rule, 'ministry')).toMatchObject({
    sharePercent: 90,
    strict: false,
    quorum: { numerator: 2, denominator: 3 },
  });
  expect(voteRule(rule, 'unit')).toMatchObject({ sharePercent: 50, strict: true, grade: 'U' });
  expect(rule.papers).toMatchObject([
    { code: 'submission', name: { vi: 'Tờ trình', en: 'Submission' }, citation: 'Điều 84', grade: 'A' },
  ]);
  expect(() => awardRule(ruleSet, 'HCSV')).toThrow(UnknownAwardError);
});

describe('refused with file and line', () => {
  test.each([
    [
      'an unknown field',
      'sharePercent: 90,',
      'sharePercent: 90, colour: red,',
      'unknown_field',
      'voteRules.ninety.colour',
      lineOf('ninety:'),
    ],
    [
      'an unknown field of the file',
      'legalBases: []',
      'legalBases: []\nlegalBasis: []',
      'unknown_field',
      'legalBasis',
      lineOf('legalBases') + 1,
    ],
    [
      'a missing citation',
      'decider: { value: ministry, citation: Điều 79, grade: A }',
      'decider: { value: ministry, grade: A }',
      'missing_value',
      'awards[0].decider.citation',
      lineOf('decider'),
    ],
    [
      'an empty citation',
      'person: { tenths: 30, citation: Điều 49',
      "person: { tenths: 30, citation: ' '",
      'wrong_value',
      'awards[0].money.person.citation',
      lineOf('person: { tenths'),
    ],
    [
      'a grade that does not exist',
      'citation: Điều 49, grade: B',
      'citation: Điều 49, grade: D',
      'wrong_value',
      'awards[0].money.person.grade',
      lineOf('person: { tenths'),
    ],
    [
      'a share above the whole',
      'sharePercent: 90',
      'sharePercent: 110',
      'wrong_value',
      'voteRules.ninety.sharePercent',
      lineOf('ninety:'),
    ],
    [
      'a quorum above the whole',
      'quorum: 2/3, citation: Điều 30',
      'quorum: 3/2, citation: Điều 30',
      'wrong_value',
      'voteRules.ninety.quorum',
      lineOf('ninety:'),
    ],
    [
      'a date that does not exist',
      'effectiveFrom: 2025-07-01',
      'effectiveFrom: 2025-02-30',
      'wrong_value',
      'effectiveFrom',
      lineOf('effectiveFrom'),
    ],
    [
      'an end before the start',
      'effectiveTo: null',
      'effectiveTo: 2025-06-30',
      'wrong_value',
      'effectiveTo',
      lineOf('effectiveTo'),
    ],
    [
      'a vote rule that nothing defines',
      'votes: { ministry: ninety }',
      'votes: { ministry: eighty }',
      'unknown_reference',
      'awards[0].votes.ministry',
      lineOf('votes:'),
    ],
    [
      'a level without any share',
      'voteDefaults: { unit: half, ',
      'voteDefaults: { ',
      'missing_value',
      'awards[0].votes',
      lineOf('votes:'),
    ],
    [
      'a paper that nothing defines',
      'papers: [submission]',
      'papers: [minutes]',
      'unknown_reference',
      'awards[0].papers[0]',
      lineOf('papers: ['),
    ],
    [
      'a standard naming an unknown award',
      'award: CSTD_BO, times',
      'award: CSTDCS, times',
      'unknown_reference',
      'awards[0].standards.person[0]',
      lineOf('- allOf'),
    ],
    [
      'a chain that ends elsewhere',
      'chain: { value: M',
      'chain: { value: S',
      'contradiction',
      'awards[0].decider',
      lineOf('decider'),
    ],
    [
      'a nominee without a standard',
      'nominees: [person]',
      'nominees: [person, collective]',
      'missing_value',
      'awards[0].standards',
      lineOf('standards'),
    ],
    [
      'a key written twice',
      'status: in_force',
      'status: in_force\nstatus: in_force',
      'not_yaml',
      '',
      lineOf('status') + 1,
    ],
    ['text that is no YAML', 'status: in_force', 'status: [in_force', 'not_yaml', '', lineOf('status') + 1],
  ])('%s', (_, from, to, code, path, line) => {
    expect(right).toContain(from);
    const { problems } = parseRuleSet(right.replace(from, to), 'small.yaml');
    expect(problems?.[0]).toMatchObject({ file: 'small.yaml', code, path, line });
    expect(problems?.[0]?.message).toEqual({
      vi: expect.stringMatching(/\S/),
      en: expect.stringMatching(/\S/),
    });
  });

  test('an award listed twice', () => {
    const award = right.slice(right.indexOf('  - code'));
    const { problems } = parseRuleSet(right + award, 'small.yaml');
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'listed_twice',
        path: 'awards[1].code',
        line: right.split('\n').length,
      }),
    ]);
  });

  test('everything that is wrong at once, not only the first thing', () => {
    const { problems } = parseRuleSet(right.replaceAll('grade: A', 'grade: X'), 'small.yaml');
    expect(problems?.length).toBe(right.split('grade: A').length - 1);
  });
});

describe('the rule-set in force', () => {
  const set = (
    id: string,
    effectiveFrom: string,
    effectiveTo: string | null,
    status: 'in_force' | 'unconfirmed' = 'in_force',
  ) => ({
    id,
    effectiveFrom,
    effectiveTo,
    status,
  });
  const sets = [
    set('first', '2024-01-01', '2025-06-30'),
    set('second', '2025-07-01', null),
    set('amended', '2026-10-01', null, 'unconfirmed'),
  ];

  test.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 'first'],
    ['2025-06-30', 'first'],
    ['2025-07-01', 'second'],
    ['2026-11-22', 'second'],
  ])('on %s is %s; an unconfirmed one never is', (date, id) => {
    expect(ruleSetOn(sets, date)?.id).toBe(id);
  });
});

describe('dates of two sets in force', () => {
  const file = (id: string, from: string, to: string, status = 'in_force') => {
    const text = right
      .replace('id: 2025-07-01.small', `id: ${id}`)
      .replace('effectiveFrom: 2025-07-01', `effectiveFrom: ${from}`)
      .replace('effectiveTo: null', `effectiveTo: ${to}`)
      .replace('in_force', status);
    const { ruleSet } = parseRuleSet(text, `${id}.yaml`);
    if (!ruleSet) throw new Error('refused');
    return { ruleSet, text, file: `${id}.yaml` };
  };
  const first = file('2024-01-01.a', '2024-01-01', '2025-06-30');

  test('may meet', () => {
    expect(checkOverlaps([file('2025-07-01.b', '2025-07-01', 'null'), first])).toEqual([]);
  });

  test.each([
    ['share a day', '2025-06-30', 'null'],
    ['lie inside each other', '2024-06-01', '2024-07-01'],
    ['are the same', '2024-01-01', '2025-06-30'],
  ])('are refused where they %s', (_, from, to) => {
    expect(checkOverlaps([first, file('2025-06-30.b', from, to)])).toEqual([
      expect.objectContaining({
        file: '2025-06-30.b.yaml',
        line: lineOf('effectiveFrom'),
        code: 'dates_overlap',
      }),
    ]);
  });

  test('are refused where the earlier one has no last day', () => {
    const open = file('2024-01-01.a', '2024-01-01', 'null');
    expect(checkOverlaps([open, file('2030-01-01.b', '2030-01-01', 'null')])).toMatchObject([
      { code: 'dates_overlap' },
    ]);
  });

  test('do not matter for a set that is unconfirmed', () => {
    expect(checkOverlaps([first, file('2025-01-01.b', '2025-01-01', 'null', 'unconfirmed')])).toEqual([]);
  });
});
