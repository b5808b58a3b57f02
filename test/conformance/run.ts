/**
 * `npm run conformance`: measures the engine against public suites and writes docs/conformance.json. The data are no part
 * of the project: CONFORMANCE_DIR says where they are (default ../shared/conformance). A run without all of them says so,
 * ends with code 1 and leaves the file as it is. `npm run conformance -- PART-OF-A-NAME` runs the suites so named and tells
 * of them only.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runDmnTck } from './dmn.ts';
import { runMiwg } from './miwg.ts';
import { publishedDmnScores } from './peers.ts';
import type { Score, SuiteResult } from './score.ts';
import { runTokenSimulation } from './token-simulation/suite.ts';

const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = resolve(projectDir, process.env.CONFORMANCE_DIR ?? '../shared/conformance');

/** By the folder of the data. */
const suites: Record<string, (folder: string) => Promise<SuiteResult>> = {
  'token-simulation': runTokenSimulation,
  'dmn-tck/compliance-level-2': runDmnTck,
  'dmn-tck/compliance-level-3': runDmnTck,
  miwg: runMiwg,
};

const wanted = process.argv[2] ?? '';
const report: Record<string, unknown> = {};
let failed = 0;
for (const [name, run] of Object.entries(suites).filter(([suite]) => suite.includes(wanted))) {
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
  const others = Object.fromEntries(Object.entries(scores).filter(([, score]) => score.result !== 'pass'));
  report[name] = { suite, present: true, ...summary, others, passed: passedOf(scores) };
}
const complete = Object.keys(suites).every((name) => existsSync(join(folder, name)));
if (wanted !== '') {
  console.log('A part only: docs/conformance.json is left as it is.');
} else if (complete) {
  report.published = { 'dmn-tck': publishedDmnScores(join(folder, 'dmn-tck')) };
  mkdirSync(join(projectDir, 'docs'), { recursive: true });
  writeFileSync(join(projectDir, 'docs/conformance.json'), `${JSON.stringify(report, null, 2)}\n`);
} else {
  console.log('docs/conformance.json is left as it is: it tells of complete runs only.');
}
process.exitCode = failed > 0 || !complete ? 1 : 0;

/** The names of the cases that pass; of a suite in folders how many of each: what is not among the others passes. */
function passedOf(scores: Record<string, Score>): string[] | Record<string, string> {
  const names = Object.keys(scores);
  const passes = (name: string) => scores[name]?.result === 'pass';
  if (!names.some((name) => name.includes('/'))) return names.filter(passes);
  const folders = Map.groupBy(names, (name) => name.split('/')[0] ?? '');
  return Object.fromEntries(
    [...folders].map(([name, cases]) => [name, `${cases.filter(passes).length} of ${cases.length}`]),
  );
}

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
