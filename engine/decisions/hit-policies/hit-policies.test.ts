/** What matching rules give together (DMN 1.5, 8.2.8 and table 36). */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { compileDecisions } from '../compile.ts';
import { evaluateDecision } from '../evaluate.ts';

/** A table over `n`: rules `[test, output...]`; outputs named `a`, `b`, with their values from the highest down. */
function decide(
  policy: string,
  rules: string[][],
  n: Json,
  options: { values?: string[]; defaults?: string[] } = {},
) {
  const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const columns = rules[0]?.slice(1) ?? [];
  const outputs = columns.map((_, i) => {
    const values = options.values?.[i];
    const fallback = options.defaults?.[i];
    return `<output name="${'ab'[i]}">${values === undefined ? '' : `<outputValues><text>${values}</text></outputValues>`}${fallback === undefined ? '' : `<defaultOutputEntry><text>${fallback}</text></defaultOutputEntry>`}</output>`;
  });
  const rows = rules.map(
    ([when = '', ...cells]) =>
      `<rule><inputEntry><text>${escaped(when)}</text></inputEntry>${cells.map((cell) => `<outputEntry><text>${cell}</text></outputEntry>`).join('')}</rule>`,
  );
  const [hitPolicy, aggregation] = policy.split('+');
  const xml = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="t" name="t"><decision id="D" name="D"><decisionTable hitPolicy="${hitPolicy}" ${aggregation === undefined ? '' : `aggregation="${aggregation}"`}><input><inputExpression><text>n</text></inputExpression></input>${outputs.join('')}${rows.join('')}</decisionTable></decision></definitions>`;
  const { model } = compileDecisions([{ name: 't.dmn', xml }]);
  return evaluateDecision(model, 'D', { n }, null);
}

const overlapping = [
  ['> 1', '"low"'],
  ['> 5', '"high"'],
  ['> 9', '"low"'],
];

describe('one output', () => {
  test.each<[string, Json, Json, { values?: string[]; defaults?: string[] }?]>([
    ['UNIQUE', 3, 'low'],
    ['UNIQUE', 7, null],
    ['UNIQUE', 0, null],
    ['UNIQUE', 0, 'none', { defaults: ['"none"'] }],
    ['ANY', 3, 'low'],
    ['ANY', 7, null],
    ['FIRST', 10, 'low'],
    ['FIRST', 0, 'none', { defaults: ['"none"'] }],
    ['PRIORITY', 10, 'high', { values: ['"high", "low"'] }],
    ['PRIORITY', 3, 'low', { values: ['"high", "low"'] }],
    ['PRIORITY', 0, null, { values: ['"high", "low"'] }],
    ['OUTPUT ORDER', 10, ['high', 'low', 'low'], { values: ['"high", "low"'] }],
    ['RULE ORDER', 10, ['low', 'high', 'low']],
    ['COLLECT', 7, ['low', 'high']],
    ['COLLECT', 0, null],
    ['COLLECT+COUNT', 10, 3],
    ['COLLECT+COUNT', 0, 0],
  ])('%s of %j is %j', (policy, n, value, options) => {
    expect(decide(policy, overlapping, n, options).value).toEqual(value);
  });
});

describe('aggregations of COLLECT', () => {
  const rules = [
    ['> 1', '10'],
    ['> 5', '0.1'],
    ['> 5', '0.2'],
    ['> 9', '10'],
  ];
  test.each<[string, Json, Json]>([
    ['COLLECT+SUM', 7, 10.3],
    ['COLLECT+SUM', 10, 20.3],
    ['COLLECT+MIN', 10, 0.1],
    ['COLLECT+MAX', 10, 10],
    ['COLLECT+COUNT', 10, 4],
    ['COLLECT+SUM', 0, null],
  ])('%s of %j is %j', (policy, n, value) => {
    expect(decide(policy, rules, n).value).toEqual(value);
  });

  test('what cannot be summed is null, and says why', () => {
    const { value, problems } = decide('COLLECT+SUM', overlapping, 10);
    expect({ value, told: problems.length > 0 }).toEqual({ value: null, told: true });
  });
});

describe('several outputs are a context', () => {
  const rules = [
    ['> 1', '1', '"x"'],
    ['> 5', '2', '"y"'],
    ['> 9', '2', '"x"'],
  ];
  test.each<[string, Json, Json]>([
    ['UNIQUE', 3, { a: 1, b: 'x' }],
    ['FIRST', 10, { a: 1, b: 'x' }],
    [
      'RULE ORDER',
      7,
      [
        { a: 1, b: 'x' },
        { a: 2, b: 'y' },
      ],
    ],
    ['PRIORITY', 10, { a: 2, b: 'x' }],
    [
      'OUTPUT ORDER',
      10,
      [
        { a: 2, b: 'x' },
        { a: 2, b: 'y' },
        { a: 1, b: 'x' },
      ],
    ],
  ])('%s of %j is %j', (policy, n, value) => {
    expect(decide(policy, rules, n, { values: ['2, 1', '"x", "y"'] }).value).toEqual(value);
  });

  test('equal contexts agree under ANY', () => {
    const same = [
      ['> 1', '1', '"x"'],
      ['> 2', '1.0', '"x"'],
    ];
    expect(decide('ANY', same, 3).value).toEqual({ a: 1, b: 'x' });
  });
});

test('a policy that is broken says so', () => {
  const { problems } = decide('UNIQUE', overlapping, 7);
  expect(problems.map(({ message }) => message).join()).toContain('UNIQUE');
});
