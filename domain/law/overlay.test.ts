import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bonus } from '../money.ts';
import { parseRuleSet } from './load.ts';
import { applyOverlay, overlaid } from './overlay.ts';
import { overlayText } from './overlay-text.ts';
import { describeOwnRules } from './own-rules.ts';
import { awardRule, voteRule } from './rule-set.ts';

const file = '2025-07-01.nd152.yaml';
const { ruleSet: national } = parseRuleSet(
  readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8'),
  file,
);
if (!national) throw new Error('the shipped rule-set is refused');
const law = national;

const overlay = (rest: string) => `id: 2026-01-01.tctk
organisation: TCTK
name: { vi: Quy chế ngành Thống kê, en: Rules of the statistics sector }
${rest}`;
const share = (award: string, level: string) => `votes:
  - { award: ${award}, level: ${level}, sharePercent: 70, strict: false, denominator: total_members, quorum: 2/3, citation: Quy chế Điều 12, grade: A }`;
const money = (award: string, tenths: number) => `money:
  - { award: ${award}, payee: person, tenths: ${tenths}, citation: Quy chế Điều 20, grade: A }`;

const named = (award: string) => `names:
  - { award: ${award}, name: { vi: Kỷ niệm chương “Vì sự nghiệp Thống kê”, en: Medal “For Statistics” }, citation: Quy chế Điều 2, grade: A }`;

test('a ministry registers the name of its commemorative medal, which its decisions bear (Law Đ71, grade A)', () => {
  const { ruleSet } = applyOverlay(law, overlay(named('KNC')), 'tctk.yaml');
  if (!ruleSet) throw new Error('refused');
  const { name, paper } = awardRule(ruleSet, 'KNC');
  expect(name.vi).toBe('Kỷ niệm chương “Vì sự nghiệp Thống kê”');
  expect(paper.subject).toEqual({
    vi: 'Về việc tặng Kỷ niệm chương “Vì sự nghiệp Thống kê”',
    en: 'On awarding the Medal “For Statistics”',
  });
  expect(awardRule(law, 'KNC').name.vi).toBe('Kỷ niệm chương');
});

test('an organisation sets a share that no national text gives', () => {
  const { ruleSet } = applyOverlay(law, overlay(share('BK_BO', 'department')), 'tctk.yaml');
  if (!ruleSet) throw new Error('refused');
  expect(ruleSet.id).toBe('2025-07-01.nd152+2026-01-01.tctk');
  expect(voteRule(awardRule(ruleSet, 'BK_BO'), 'department')).toMatchObject({
    sharePercent: 70,
    citation: 'Quy chế Điều 12',
  });
  expect(voteRule(awardRule(ruleSet, 'BK_BO'), 'ministry')).toMatchObject({ sharePercent: 50, grade: 'U' });
  expect(voteRule(awardRule(law, 'BK_BO'), 'department')).toMatchObject({ sharePercent: 50 });
});

test('a ministry sets the bonus of its commemorative medal', () => {
  const { ruleSet } = applyOverlay(law, overlay(money('KNC', 4)), 'tctk.yaml');
  if (!ruleSet) throw new Error('refused');
  // 0.4 x 2,530,000 = 1,012,000
  expect(bonus(ruleSet, 'KNC', 'person', '2026-11-22')).toMatchObject({ amount: 1_020_000, tenths: 4 });
});

test.each([
  ['a share the decree fixes', share('CSTDTQ', 'ministry'), 'contradiction', 'votes[0]', 'Điều 30 khoản 7'],
  ['a bonus the decree fixes', money('CSTDTQ', 50), 'contradiction', 'money[0]', 'Điều 49–54'],
  ['a bonus above the limit', money('KNC', 7), 'contradiction', 'money[0].tenths', 'Điều 58'],
  ['a name the law gives', named('CSTDTQ'), 'contradiction', 'names[0]', 'Điều 21'],
  [
    'an award that does not exist',
    share('CSTDXX', 'ministry'),
    'unknown_reference',
    'votes[0].award',
    'CSTDXX',
  ],
  [
    'a value without citation',
    money('KNC', 4).replace('citation: Quy chế Điều 20, ', ''),
    'missing_value',
    'money[0].citation',
    'citation',
  ],
  ['an unknown field', 'quota: 15', 'unknown_field', 'quota', 'quota'],
])('%s is refused with its line and why', (_, rest, code, path, why) => {
  const { problems } = applyOverlay(law, overlay(rest), 'tctk.yaml');
  expect(problems).toEqual([
    expect.objectContaining({ file: 'tctk.yaml', line: rest.includes('\n') ? 5 : 4, code, path }),
  ]);
  expect(problems?.[0]?.message.vi).toContain(why);
});

const source = 'citation: Quy chế Điều 3, grade: A';

test('an organisation delegates a decision where the set lets it, which ends the chain there', () => {
  const { ruleSet } = applyOverlay(
    law,
    overlay(`deciders:\n  - { award: TTLDXS, decider: department, ${source} }`),
    'tctk.yaml',
  );
  if (!ruleSet) throw new Error('refused');
  const { decider, chain } = awardRule(ruleSet, 'TTLDXS');
  expect([decider.value, decider.citation, chain.value]).toEqual(['department', 'Quy chế Điều 3', 'U']);
});

test('levels of council, quotas and bands of scores are the organisation’s own', () => {
  const { ruleSet } = applyOverlay(
    law,
    overlay(`councilLevels: { levels: [department, ministry], ${source} }
quotas:
  - { award: CSTDCS, limit: { percentOfStaff: 15 }, ${source} }
  - { award: BK_BO, limit: { count: 3 }, ${source} }
scoreBands:
  - { rating: completed, fromBasisPoints: 5000, ${source} }
  - { rating: excellent, fromBasisPoints: 9500, ${source} }`),
    'tctk.yaml',
  );
  if (!ruleSet) throw new Error('refused');
  expect(describeOwnRules(ruleSet.own, 'CSTDCS').map(({ about, text }) => `${about.en}: ${text.en}`)).toEqual(
    [
      'Levels of council: department; ministry, province',
      'Quota of a unit for a year: at most 15 % of the unit’s staff',
      'Band of scores: from 50.00 %: completed',
      'Band of scores: from 95.00 %: completed excellently',
    ],
  );
});

test.each([
  [
    'a decision that the law fixes',
    `deciders:\n  - { award: CSTDTQ, decider: ministry, ${source} }`,
    'deciders[0].decider',
    'CSTDTQ: who decides is fixed by Luật số 06/2022/QH15, Điều 78 and cannot be delegated to "ministry".',
  ],
  [
    'no council where the law demands a ballot',
    `councilLevels: { levels: [unit, department], ${source} }`,
    'councilLevels.levels',
    'CSTD_BO must be put to a ballot of a council of level ministry (Nghị định số 98/2023/NĐ-CP, Điều 30 khoản 7).',
  ],
  [
    'bands that do not rise',
    `scoreBands:\n  - { rating: good, fromBasisPoints: 9000, ${source} }\n  - { rating: excellent, fromBasisPoints: 8000, ${source} }`,
    'scoreBands[1]',
    'Bands rise with the rating, each named once.',
  ],
  [
    'a quota of an award that is unknown',
    `quotas:\n  - { award: CSTDXX, limit: { count: 1 }, ${source} }`,
    'quotas[0].award',
    'There is no award "CSTDXX".',
  ],
])('refused with the article: %s', (_, text, path, message) => {
  const { problems } = applyOverlay(law, overlay(text), 'tctk.yaml');
  expect(problems?.map((problem) => [problem.path, problem.message.en])).toEqual([[path, message]]);
});

test('of overlays laid over each other the narrower unit’s prevails; a later law prevails over both', () => {
  const parsed = (rest: string) => {
    const applied = applyOverlay(law, overlay(rest), 'x.yaml');
    if (!applied.overlay) throw new Error('refused');
    return applied.overlay;
  };
  const wide = { key: 'wide', content: parsed(share('BK_BO', 'department')) };
  const narrow = { key: 'narrow', content: parsed(share('BK_BO', 'department').replace('70', '60')) };
  const shareOf = (set: ReturnType<typeof overlaid>) =>
    voteRule(awardRule(set, 'BK_BO'), 'department').sharePercent;
  expect(shareOf(overlaid({ ruleSet: law, overlays: [wide, narrow] }))).toBe(60);

  const fixing = {
    ...law,
    awards: law.awards.map((rule) => ({
      ...rule,
      votes: {
        ...rule.votes,
        department: { ...rule.votes.department, sharePercent: 90, leftToOrganisation: false },
      },
    })),
  };
  expect(shareOf(overlaid({ ruleSet: fixing, overlays: [wide, narrow] }))).toBe(90);
});

test('an overlay written out is read as the same overlay', () => {
  const text = overlay(`${share('BK_BO', 'department')}
${money('KNC', 4)}
councilLevels: { levels: [unit, department, ministry], ${source} }
quotas:
  - { award: BK_BO, limit: { count: 3 }, ${source} }`);
  const first = applyOverlay(law, text, 'x.yaml').overlay;
  if (!first) throw new Error('refused');
  expect(applyOverlay(law, overlayText(first), 'x.yaml').overlay).toEqual(first);
});
