/**
 * Runs the DMN Technology Compatibility Kit and writes docs/conformance/dmn.json: pass, fail and unsupported by case
 * name, with a reason. Counts test cases, as vendors do.
 *
 *     node test/conformance/dmn.ts [PART-OF-A-FOLDER-NAME]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileDecisions } from '../../engine/decisions/compile.ts';
import { evaluateToValue } from '../../engine/decisions/evaluate.ts';
import type { DecisionModel } from '../../engine/decisions/model.ts';
import { toText } from '../../engine/feel/builtins/conversion.ts';
import { equals } from '../../engine/feel/compare.ts';
import { isNumber, parseNumber, subtract, toDouble } from '../../engine/feel/decimal.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../../engine/feel/temporal/text.ts';
import { FeelDateTime, FeelTime } from '../../engine/feel/temporal/values.ts';
import { type Context, isContext, type Value } from '../../engine/feel/values.ts';
import { type ResultNode, readTestCases, type TestCase, type TestValue } from './tck-file.ts';

const LEVELS = { 2: 'compliance-level-2', 3: 'compliance-level-3' } as const;
const TOLERANCE = 1e-8;
const NOW = '2026-11-22T03:00:00.000Z';
/** What is out of scope, by folder: a case of it that fails is listed as unsupported, with this reason. */
const UNSUPPORTED: Record<string, string> = {
  '0076-feel-external-java': 'External Java functions: a decision is data, not code; there is no JVM here.',
};

const READ: Record<string, (text: string) => Value> = {
  'xsd:decimal': parseNumber,
  'xsd:double': parseNumber,
  'xsd:integer': parseNumber,
  'xsd:boolean': (text) => text === 'true',
  'xsd:string': (text) => text,
  'xsd:date': parseDate,
  'xsd:time': parseTime,
  'xsd:dateTime': parseDateTime,
  'xsd:duration': parseDuration,
};

function testedValue(value: TestValue | null): Value {
  if (value === null) return null;
  switch (value.kind) {
    case 'value':
      return (READ[value.type] ?? READ['xsd:string'])?.(value.text) ?? null;
    case 'list':
      return value.items.map(testedValue);
    case 'context':
      return Object.fromEntries(value.entries.map(([name, entry]) => [name, testedValue(entry)]));
  }
}

function same(expected: Value, actual: Value): boolean {
  if (isNumber(expected) && isNumber(actual)) {
    const distance = subtract(expected, actual);
    return distance !== null && Math.abs(toDouble(distance)) <= TOLERANCE;
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length && expected.every((item, i) => same(item, actual[i] ?? null));
  }
  if (isContext(expected) && isContext(actual)) {
    const keys = Object.keys(expected);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every((key) => key in actual && same(expected[key] ?? null, actual[key] ?? null))
    );
  }
  const zoned = (value: Value) =>
    value instanceof FeelTime || value instanceof FeelDateTime ? value.offset : null;
  return equals(expected, actual) === true && zoned(expected) === zoned(actual);
}

function inputOf(testCase: TestCase, model: DecisionModel): Context {
  const input: Context = {};
  for (const { name, namespace, value } of testCase.inputs) {
    const prefix = model.definitions
      .flatMap(({ imports }) => imports)
      .find((one) => one.namespace === namespace)?.name;
    if (namespace === null || prefix === undefined || prefix === '') input[name] = testedValue(value);
    else input[prefix] = { ...(input[prefix] as Context | undefined), [name]: testedValue(value) };
  }
  return input;
}

interface Outcome {
  failure: string | null;
}

function judge(node: ResultNode, testCase: TestCase, model: DecisionModel, input: Context): Outcome {
  const service = testCase.type === 'decisionService';
  const { value, problems } = evaluateToValue(model, service ? testCase.invocable : node.name, input, NOW);
  const actual =
    service && isContext(value) && Object.hasOwn(value, node.name) ? (value[node.name] ?? null) : value;
  const expected = testedValue(node.expected);
  const passed = node.error ? actual === null : same(expected, actual);
  const why = problems.map(({ message }) => message).join('; ');
  return {
    failure: passed
      ? null
      : `${node.name}: expected ${toText(expected, true)}, got ${toText(actual, true)}${why === '' ? '' : ` (${why})`}`,
  };
}

interface LevelReport {
  folders: { passed: number; of: number };
  cases: { passed: number; failed: number; unsupported: number; of: number };
  resultNodes: { passed: number; of: number };
  failed: Record<string, string>;
  unsupported: Record<string, string>;
}

function runLevel(directory: string, only: string): LevelReport {
  const report: LevelReport = {
    folders: { passed: 0, of: 0 },
    cases: { passed: 0, failed: 0, unsupported: 0, of: 0 },
    resultNodes: { passed: 0, of: 0 },
    failed: {},
    unsupported: {},
  };
  for (const folder of readdirSync(directory)
    .filter((name) => name.includes(only))
    .sort()) {
    const path = join(directory, folder);
    const files = readdirSync(path).sort();
    let clean = true;
    for (const file of files.filter((name) => name.endsWith('.xml'))) {
      const suite = readTestCases(readFileSync(join(path, file), 'utf8'));
      // The tested model comes first: a name in several models means its own.
      const models = files
        .filter((name) => name.endsWith('.dmn'))
        .sort((a, b) => Number(b === suite.modelName) - Number(a === suite.modelName));
      const needed = folder.includes('import') ? models : models.filter((name) => name === suite.modelName);
      const { model } = compileDecisions(
        needed.map((name) => ({ name, xml: readFileSync(join(path, name), 'utf8') })),
      );
      for (const testCase of suite.cases) {
        const input = inputOf(testCase, model);
        const outcomes = testCase.results.map((node) => judge(node, testCase, model, input));
        const failure = outcomes.find((outcome) => outcome.failure !== null)?.failure ?? null;
        report.cases.of++;
        report.resultNodes.of += outcomes.length;
        report.resultNodes.passed += outcomes.filter((outcome) => outcome.failure === null).length;
        const reason = UNSUPPORTED[folder];
        if (failure === null) report.cases.passed++;
        else if (reason !== undefined) {
          report.cases.unsupported++;
          report.unsupported[`${folder}/${testCase.id}`] = reason;
        } else {
          report.cases.failed++;
          report.failed[`${folder}/${testCase.id}`] = failure;
        }
        if (failure !== null) clean = false;
      }
    }
    report.folders.of++;
    if (clean) report.folders.passed++;
  }
  return report;
}

function main(only: string): void {
  const root = join(resolve(process.env.CONFORMANCE_DIR ?? '../shared/conformance'), 'dmn-tck');
  if (!existsSync(root)) {
    console.error(`DMN TCK: not present at ${root}. Nothing was run, nothing passed.`);
    return;
  }
  const levels = Object.entries(LEVELS).map(
    ([level, name]) => [level, runLevel(join(root, name), only)] as const,
  );
  for (const [level, { cases, folders }] of levels) {
    console.log(
      `DMN TCK level ${level}: ${cases.passed}/${cases.of} cases, ${folders.passed}/${folders.of} folders, ${cases.unsupported} unsupported`,
    );
  }
  if (only !== '') {
    for (const [, report] of levels)
      for (const [name, reason] of Object.entries(report.failed)) console.log(`${name}  ${reason}`);
    return;
  }
  mkdirSync('docs/conformance', { recursive: true });
  const report = {
    suite: 'DMN TCK 2026-07, revision 0dbcaf9b',
    counts: 'test cases',
    levels: Object.fromEntries(levels),
  };
  writeFileSync('docs/conformance/dmn.json', `${JSON.stringify(report, null, 2)}\n`);
}

main(process.argv[2] ?? '');
