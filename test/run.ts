import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectDir } from '../cli/environment.ts';

/**
 * `npm test`: all suites, the type check and the linter; the last line gives the figures over all of them, and
 * out/test-summary.txt holds that line for `.ci/run`. With arguments (`npm test -- engine/feel`) only those suites run.
 */

type Figures = { passed: number; failed: number; skipped: number };

/** What is read of vitest's JSON report. */
const report = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const outDir = join(projectDir, 'out');
const summaryFile = join(outDir, 'test-summary.txt');
const reportFile = join(outDir, 'test-report.json');

await mkdir(outDir, { recursive: true });
await Promise.all([rm(summaryFile, { force: true }), rm(reportFile, { force: true })]);

const chosen = process.argv.slice(2);
const parts = [await runSuites(chosen)];
if (chosen.length === 0) {
  parts.push(await runCheck('Types', 'tsc', ['-p', '.']));
  parts.push(await runCheck('Lint', 'biome', ['check', '--error-on-warnings', '.']));
}
const sum = (key: keyof Figures) => parts.reduce((total, part) => total + part[key], 0);
const skipped = sum('skipped');
const summary = `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
await writeFile(summaryFile, `${summary}\n`);
console.log(summary);
process.exitCode = sum('failed') > 0 ? 1 : 0;

async function runSuites(chosen: string[]): Promise<Figures> {
  const exitCode = await run('vitest', [
    ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    ...chosen,
  ]);
  const parsed = report.safeParse(JSON.parse(await readFile(reportFile, 'utf8').catch(() => 'null')));
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0 };
  const result = parsed.data;
  // A file that does not load has no tests of its own to fail.
  const broken = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = result.numFailedTests + broken;
  return {
    passed: result.numPassedTests,
    // An error outside all tests fails the run too.
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

async function runCheck(name: string, command: string, args: string[]): Promise<Figures> {
  const good = (await run(command, args)) === 0;
  console.log(`${good ? '✓' : '✗'} ${name}`);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}

/** Runs a program of node_modules/.bin, which ends with this one; its exit code, 1 when it was killed or cannot be run. */
function run(command: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(projectDir, 'node_modules/.bin', command), args, {
      cwd: projectDir,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const passOn = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of signals) process.on(signal, passOn);
    const end = (exitCode: number) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(exitCode);
    };
    child.on('error', () => end(1));
    child.on('exit', (code) => end(code ?? 1));
  });
}
