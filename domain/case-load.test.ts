import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caseLoadTable, parseCaseLoad } from './case-load.ts';

const file = '2019.case-load.yaml';
const text = readFileSync(new URL(`../rules/statistics/${file}`, import.meta.url), 'utf8');

test('the cases of 2019 (source 002): 110,435 in all, the share of long service is 3.47 % and not the printed 3.74 %', () => {
  const { caseLoad } = parseCaseLoad(text, file);
  if (!caseLoad) throw new Error('refused');
  const { total, rows } = caseLoadTable(caseLoad);
  expect(total).toBe(110_435);
  expect(rows.map(({ kind, count, share, differs }) => [kind, count, share, differs])).toEqual([
    ['tenure', 70_327, 6368, false],
    ['resistance', 22_924, 2076, false],
    ['merit', 12_513, 1133, false],
    ['service', 3831, 347, true],
    ['external', 840, 76, false],
  ]);
});

test('a year without cases has no shares', () => {
  const { caseLoad } = parseCaseLoad(text.replaceAll(/count: \d+/g, 'count: 0'), file);
  if (!caseLoad) throw new Error('refused');
  expect(caseLoadTable(caseLoad).rows.every(({ share }) => share === 0)).toBe(true);
});

test('a kind that does not exist is refused with its line', () => {
  const { problems } = parseCaseLoad(text.replace('kind: tenure', 'kind: luck'), file);
  expect(problems).toMatchObject([{ code: 'wrong_value', path: 'cases[0].kind', line: 7 }]);
});
