/** DMN decisions: the cases of the DMN Technology Compatibility Kit. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileDecisions } from '../../engine/decisions/compile.ts';
import { evaluateToValue } from '../../engine/decisions/evaluate.ts';
import type { DecisionModel } from '../../engine/decisions/model.ts';
import { toText } from '../../engine/feel/builtins/conversion.ts';
import { equals } from '../../engine/feel/compare.ts';
import { isNumber, parseNumber, subtract, toDouble } from '../../engine/feel/decimal.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../../engine/feel/temporal/text.ts';
import { FeelDateTime, FeelTime } from '../../engine/feel/temporal/values.ts';
import { type Context, isContext, type Value } from '../../engine/feel/values.ts';
import type { Score, SuiteResult } from './score.ts';
import { type ResultNode, readTestCases, type TestCase, type TestValue } from './tck-file.ts';

const TOLERANCE = 1e-8;
const NOW = '2026-11-22T03:00:00.000Z';
/** What is out of scope, by folder: a case of it that fails is declared, with this reason. */
const DECLARED: Record<string, string> = {
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

/** Why the result is not the expected one; null if it is. */
function failureOf(
  node: ResultNode,
  testCase: TestCase,
  model: DecisionModel,
  input: Context,
): string | null {
  const service = testCase.type === 'decisionService';
  const { value, problems } = evaluateToValue(model, service ? testCase.invocable : node.name, input, NOW);
  const actual =
    service && isContext(value) && Object.hasOwn(value, node.name) ? (value[node.name] ?? null) : value;
  const expected = testedValue(node.expected);
  if (node.error ? actual === null : same(expected, actual)) return null;
  const why = problems.map(({ message }) => message).join('; ');
  return `${node.name}: expected ${toText(expected, true)}, got ${toText(actual, true)}${why === '' ? '' : ` (${why})`}`;
}

/** The cases of one level, named `FOLDER/CASE`. A case passes when all its result nodes do, as vendors count. */
export async function runDmnTck(level: string): Promise<SuiteResult> {
  const scores: Record<string, Score> = {};
  for (const folder of readdirSync(level).sort()) {
    const path = join(level, folder);
    const files = readdirSync(path).sort();
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
        const failures = testCase.results.flatMap((node) => failureOf(node, testCase, model, input) ?? []);
        scores[`${folder}/${testCase.id}`] = scoreOf(failures, DECLARED[folder]);
      }
    }
  }
  return { suite: `DMN TCK 2026-07, ${level.split('compliance-').at(-1)?.replace('-', ' ')}`, scores };
}

function scoreOf(failures: string[], declared: string | undefined): Score {
  if (failures.length === 0) return { result: 'pass' };
  return declared === undefined
    ? { result: 'fail', reason: failures.join('; ') }
    : { result: 'unsupported', reason: declared };
}
