import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bonus } from '../money.ts';
import { parseRuleSet } from './load.ts';
import { applyOverlay } from './overlay.ts';
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
