import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRuleSet } from './law/load.ts';
import { type Received, stackBonuses } from './stacking.ts';

const file = '2025-07-01.nd152.yaml';
const { ruleSet } = parseRuleSet(readFileSync(new URL(`../rules/${file}`, import.meta.url), 'utf8'), file);
if (!ruleSet) throw new Error('the shipped rule-set is refused');
const law = ruleSet;

const received = (award: string, from = 2026, to = from): Received => ({
  award,
  payee: 'person',
  decidedOn: '2026-06-30',
  periodFrom: from,
  periodTo: to,
});

test.each([
  [
    'titles for the same year: only the highest',
    [received('LDTT'), received('CSTDCS')],
    2_340_000,
    ['CSTDCS', null],
  ],
  [
    'three titles for the same year',
    [received('CSTD_BO'), received('LDTT'), received('CSTDCS')],
    7_020_000,
    [null, 'CSTD_BO', 'CSTD_BO'],
  ],
  [
    'titles for different periods: all',
    [received('CSTDCS'), received('CSTD_BO', 2024, 2026)],
    9_360_000,
    [null, null],
  ],
  ['forms: all', [received('BK_BO'), received('BK_TTG')], 11_700_000, [null, null]],
  ['a title and a form: both', [received('CSTDCS'), received('BK_BO')], 5_850_000, [null, null]],
  [
    'the same title listed twice: once',
    [received('CSTDCS'), received('CSTDCS')],
    2_340_000,
    [null, 'CSTDCS'],
  ],
  ['nothing', [], 0, []],
])('%s (NĐ 152/2025 Đ49(5)-(7), grade B)', (_, list, total, replacedBy) => {
  const stacked = stackBonuses(law, list);
  expect(stacked.total).toBe(total);
  expect(stacked.bonuses.map((item) => item.replacedBy)).toEqual(replacedBy);
});
