import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRuleSet } from './load.ts';
import { postingRule } from './posting.ts';
import { awardRule } from './rule-set.ts';

const file = '2025-07-01.nd152.yaml';
const { ruleSet } = parseRuleSet(readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8'), file);
if (!ruleSet) throw new Error(`${file} cannot be read`);

test.each([
  ['an order before the ministry’s council', 'HCLD3', 'ministry', 10],
  ['an order before the Central Council', 'HCLD3', 'central', null],
  ['a hero before the ministry’s council', 'AHLD', 'ministry', 10],
  ['a hero before the Central Council', 'AHLD', 'central', 10],
  ['a hero before the unit’s vote', 'AHLD', 'unit', null],
  ['a national emulation fighter', 'CSTDTQ', 'ministry', null],
])('%s is posted for so many working days', (_, award, level, days) => {
  expect(postingRule(awardRule(ruleSet, award), level)?.workingDays ?? null).toBe(days);
});

test('a state secret is never posted', () => {
  const rule = awardRule(ruleSet, 'AHLD');
  expect(postingRule(rule, 'ministry', { simplifiedCase: 'state_secret' })).toBeNull();
  expect(postingRule(rule, 'ministry', { simplifiedCase: 'bravery' })).not.toBeNull();
});
