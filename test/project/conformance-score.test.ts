import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../cli/environment.ts';

interface Score {
  cases: number;
  pass: number;
  fail: number;
  unsupported: number;
  others: Record<string, { result: string; reason: string }>;
}

const read = (file: string) => readFileSync(join(projectDir, file), 'utf8');
const scores = JSON.parse(read('docs/conformance.json')) as Record<string, Score>;

test.each([
  ['token-simulation', 'bpmn.io token simulation'],
  ['dmn-tck/compliance-level-2', 'DMN TCK level 2'],
  ['dmn-tck/compliance-level-3', 'DMN TCK level 3'],
  ['miwg', 'OMG MIWG models'],
])('the README tells the score of %s as the last run wrote it', (suite, name) => {
  const row = read('README.md')
    .split('\n')
    .find((line) => line.startsWith(`| ${name}`));
  const { pass, cases, fail, unsupported } = scores[suite] as Score;
  const figure = `${pass.toLocaleString('en')} of ${cases.toLocaleString('en')}`;
  expect(row?.split('|')[2]?.trim()).toBe(
    pass === cases ? figure : `${figure}, ${fail} fail, ${unsupported} declared`,
  );
});

test('every case that does not pass is named, with its reason', () => {
  for (const suite of [
    'token-simulation',
    'dmn-tck/compliance-level-2',
    'dmn-tck/compliance-level-3',
    'miwg',
  ]) {
    const { cases, pass, others } = scores[suite] as Score;
    const reasons = Object.values(others).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.length > 10)).toHaveLength(cases - pass);
  }
});
