/**
 * `npm run conformance`: measures the engine against public suites and writes docs/conformance.json. The data are no part
 * of the project: CONFORMANCE_DIR says where they are (default ../shared/conformance); a suite that is not there is
 * reported so, and keeps nothing of what an earlier run passed.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMiwg } from './miwg.ts';
import type { Score, SuiteResult } from './score.ts';
import { runTokenSimulation } from './token-simulation/suite.ts';

const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = resolve(projectDir, process.env.CONFORMANCE_DIR ?? '../shared/conformance');

const suites: Record<string, (folder: string) => Promise<SuiteResult>> = {
  'token-simulation': runTokenSimulation,
  miwg: runMiwg,
};

const report: Record<string, unknown> = {};
let failed = 0;
for (const [name, run] of Object.entries(suites)) {
  const data = join(folder, name);
  if (!existsSync(data)) {
    console.log(`${name}: NOT PRESENT at ${data}; nothing of it counts as passed.`);
    report[name] = { suite: name, present: false };
    continue;
  }
  const { suite, scores } = await run(data);
  const summary = summaryOf(scores);
  failed += summary.fail;
  console.log(
    `${suite}: ${summary.pass} of ${summary.cases} pass, ${summary.fail} fail, ${summary.unsupported} declared`,
  );
  for (const [test, score] of Object.entries(scores)) {
    if (score.result !== 'pass') console.log(`  ${score.result} ${test}: ${score.reason}`);
  }
  const passed = Object.keys(scores).filter((test) => scores[test]?.result === 'pass');
  const others = Object.fromEntries(Object.entries(scores).filter(([, score]) => score.result !== 'pass'));
  report[name] = { suite, present: true, ...summary, others, passed };
}
const complete = Object.keys(suites).every((name) => existsSync(join(folder, name)));
if (complete) {
  mkdirSync(join(projectDir, 'docs'), { recursive: true });
  writeFileSync(join(projectDir, 'docs/conformance.json'), `${JSON.stringify(report, null, 2)}\n`);
} else {
  console.log('docs/conformance.json is left as it is: it tells of complete runs only.');
}
process.exitCode = failed > 0 || !complete ? 1 : 0;

function summaryOf(scores: Record<string, Score>) {
  const results = Object.values(scores).map(({ result }) => result);
  const count = (wanted: Score['result']) => results.filter((result) => result === wanted).length;
  return {
    cases: results.length,
    pass: count('pass'),
    fail: count('fail'),
    unsupported: count('unsupported'),
    notRun: count('not_run'),
  };
}
