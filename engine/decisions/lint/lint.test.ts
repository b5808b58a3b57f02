import { describe, expect, test } from 'vitest';
import { compileDecisions } from '../compile.ts';

const head = 'xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:t" name="t"';
const file = (content: string) => `<definitions ${head}>${content}</definitions>`;
const literal = (text: string) => `<literalExpression><text>${text}</text></literalExpression>`;
const decision = (id: string, content: string) => `<decision id="${id}" name="${id}">${content}</decision>`;
const requires = (kind: string, href: string) =>
  `<informationRequirement><${kind} href="${href}"/></informationRequirement>`;
const knows = (href: string) =>
  `<knowledgeRequirement><requiredKnowledge href="${href}"/></knowledgeRequirement>`;

const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const cell = (name: string, text: string) => `<${name}><text>${escaped(text)}</text></${name}>`;

interface Column {
  name: string;
  type?: string;
  values?: string;
  default?: string;
}

/** A decision `D` with a table: rules are rows of input cells, then output cells. */
function table(
  policy: string,
  inputs: Column[],
  outputs: Column[],
  rules: string[][],
  attributes = '',
): string {
  const type = (column: Column) => (column.type === undefined ? '' : `typeRef="${column.type}"`);
  const columns = [
    ...inputs.map(
      (input) =>
        `<input><inputExpression ${type(input)}><text>${input.name}</text></inputExpression>${input.values === undefined ? '' : cell('inputValues', input.values)}</input>`,
    ),
    ...outputs.map(
      (output) =>
        `<output name="${output.name}" ${type(output)}>${output.values === undefined ? '' : cell('outputValues', output.values)}${output.default === undefined ? '' : cell('defaultOutputEntry', output.default)}</output>`,
    ),
  ];
  const rows = rules.map(
    (cells) =>
      `<rule>${cells.map((text, i) => cell(i < inputs.length ? 'inputEntry' : 'outputEntry', text)).join('')}</rule>`,
  );
  return decision(
    'D',
    `<decisionTable hitPolicy="${policy}" ${attributes}>${columns.join('')}${rows.join('')}</decisionTable>`,
  );
}

const number: Column = { name: 'n', type: 'number' };
const text: Column = { name: 's', type: 'string' };
const out: Column = { name: 'out' };

function problemsOf(...contents: string[]) {
  return compileDecisions(contents.map((content, i) => ({ name: `${i}.dmn`, xml: file(content) }))).problems;
}

const entry = (name: string | null, content: string) =>
  `<contextEntry>${name === null ? '' : `<variable name="${name}"/>`}${content}</contextEntry>`;
/** A knowledge model `B` of x and y, and an invocation of it with the parameters named. */
const adder = `<businessKnowledgeModel id="B" name="B"><encapsulatedLogic><formalParameter name="x"/><formalParameter name="y"/>${literal('x + y')}</encapsulatedLogic></businessKnowledgeModel>`;
const invoking = (...names: string[]) =>
  `<invocation>${literal('B')}${names.map((name) => `<binding><parameter name="${name}"/>${literal('1')}</binding>`).join('')}</invocation>`;

/** [code, element, severity, content of the file] */
const rules: [string, string | null, 'error' | 'warning', string][] = [
  ['duplicate_id', 'D', 'error', decision('D', literal('1')) + decision('D', literal('2'))],
  [
    'unresolved_reference',
    'D',
    'error',
    decision('D', requires('requiredDecision', '#nowhere') + literal('1')),
  ],
  [
    'unresolved_reference',
    'D',
    'error',
    decision('D', requires('requiredInput', 'urn:other#x') + literal('1')),
  ],
  [
    'wrong_reference',
    'D',
    'error',
    decision('D', requires('requiredInput', '#E') + literal('1')) + decision('E', literal('1')),
  ],
  ['wrong_reference', 'D', 'error', decision('D', knows('#E') + literal('1')) + decision('E', literal('1'))],
  [
    'wrong_reference',
    'S',
    'error',
    '<inputData id="I" name="I"/><decisionService id="S" name="S"><outputDecision href="#I"/></decisionService>',
  ],
  [
    'requirement_cycle',
    'D',
    'error',
    decision('D', requires('requiredDecision', '#E') + literal('1')) +
      decision('E', requires('requiredDecision', '#D') + literal('1')),
  ],
  ['requirement_cycle', 'D', 'error', decision('D', requires('requiredDecision', '#D') + literal('1'))],
  ['feel_invalid', 'D', 'error', decision('D', literal('1 +'))],
  ['feel_invalid', 'D', 'error', table('UNIQUE', [number], [out], [['> ', '1']])],
  [
    'expression_language',
    'D',
    'error',
    decision('D', '<literalExpression expressionLanguage="javascript"><text>1</text></literalExpression>'),
  ],
  ['unknown_type', 'D', 'error', decision('D', `<variable name="D" typeRef="tNowhere"/>${literal('1')}`)],
  [
    'unknown_type',
    'I',
    'error',
    '<inputData id="I" name="I"><variable name="I" typeRef="tNowhere"/></inputData>',
  ],
  [
    'not_supported',
    'B',
    'warning',
    '<businessKnowledgeModel id="B" name="B"><encapsulatedLogic kind="Java"/></businessKnowledgeModel>',
  ],
  ['name_missing', 'D', 'error', `<decision id="D">${literal('1')}</decision>`],
  [
    'duplicate_name',
    'D2',
    'warning',
    `${decision('D', literal('1'))}<decision id="D2" name="D">${literal('1')}</decision>`,
  ],
  [
    'duplicate_name',
    null,
    'error',
    '<itemDefinition name="t"><typeRef>number</typeRef></itemDefinition><itemDefinition name="t"><typeRef>string</typeRef></itemDefinition>',
  ],
  [
    'duplicate_name',
    null,
    'error',
    '<itemDefinition name="t"><itemComponent name="a"/><itemComponent name="a"/></itemDefinition>',
  ],
  [
    'duplicate_name',
    'D',
    'error',
    decision('D', `<context>${entry('a', literal('1'))}${entry('a', literal('2'))}</context>`),
  ],
  [
    'duplicate_name',
    'D',
    'error',
    decision('D', '<relation><column name="a"/><column name="a"/></relation>'),
  ],
  [
    'duplicate_name',
    'B',
    'error',
    '<businessKnowledgeModel id="B" name="B"><encapsulatedLogic><formalParameter name="x"/><formalParameter name="x"/></encapsulatedLogic></businessKnowledgeModel>',
  ],
  [
    'entry_without_name',
    'D',
    'error',
    decision('D', `<context>${entry(null, literal('1'))}${entry('a', literal('2'))}</context>`),
  ],
  [
    'relation_cells',
    'D',
    'error',
    decision('D', `<relation><column name="a"/><column name="b"/><row>${literal('1')}</row></relation>`),
  ],
  ['parameter_mismatch', 'D', 'error', adder + decision('D', knows('#B') + invoking('x', 'z'))],
  ['parameter_mismatch', 'D', 'error', adder + decision('D', knows('#B') + invoking('x'))],
  ['decision_without_logic', 'D', 'warning', decision('D', '')],
  ['service_without_output', 'S', 'error', '<decisionService id="S" name="S"/>'],
  ['unused_input', 'I', 'warning', '<inputData id="I" name="I"/>'],
  [
    'unresolved_import',
    null,
    'warning',
    '<import name="o" namespace="urn:o" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>',
  ],
  [
    'allowed_value_type',
    null,
    'error',
    '<itemDefinition name="t"><typeRef>string</typeRef><allowedValues><text>1, 2</text></allowedValues></itemDefinition>',
  ],
  ['allowed_value_type', 'D', 'error', table('UNIQUE', [{ ...number, values: '"a"' }], [out], [['-', '1']])],
  [
    'feel_invalid',
    null,
    'error',
    '<itemDefinition name="t"><typeRef>string</typeRef><allowedValues><text>"a", </text></allowedValues></itemDefinition>',
  ],
  [
    'aggregation_type',
    'D',
    'error',
    table('COLLECT', [number], [{ ...out, type: 'string' }], [['-', '"a"']], 'aggregation="SUM"'),
  ],
  [
    'aggregation_type',
    'D',
    'error',
    table('COLLECT', [number], [{ ...out, type: 'boolean' }], [['-', 'true']], 'aggregation="MAX"'),
  ],
  ['unknown_hit_policy', 'D', 'error', table('SOMETIMES', [number], [out], [['-', '1']])],
  [
    'unknown_aggregation',
    'D',
    'error',
    table('COLLECT', [number], [out], [['-', '1']], 'aggregation="AVERAGE"'),
  ],
  ['table_without_output', 'D', 'error', table('UNIQUE', [number], [], [['-']])],
  ['output_names', 'D', 'error', table('UNIQUE', [number], [out, out], [['-', '1', '2']])],
  ['aggregation_place', 'D', 'error', table('UNIQUE', [number], [out], [['-', '1']], 'aggregation="SUM"')],
  ['rule_cells', 'D', 'error', table('UNIQUE', [number], [out], [['-']])],
  ['output_values_missing', 'D', 'error', table('PRIORITY', [number], [out], [['-', '1']])],
  ['output_values_missing', 'D', 'error', table('OUTPUT ORDER', [number], [out], [['-', '1']])],
  ['cell_type', 'D', 'error', table('UNIQUE', [number], [out], [['"a"', '1']])],
  ['cell_type', 'D', 'error', table('UNIQUE', [text], [out], [['< 5', '1']])],
  ['output_type', 'D', 'error', table('UNIQUE', [number], [{ name: 'out', type: 'number' }], [['-', '"a"']])],
  [
    'output_not_allowed',
    'D',
    'error',
    table('UNIQUE', [number], [{ name: 'o', values: '"a","b"' }], [['-', '"c"']]),
  ],
  [
    'overlapping_rules',
    'D',
    'error',
    table(
      'UNIQUE',
      [number],
      [out],
      [
        ['<= 5', '1'],
        ['>= 5', '1'],
      ],
    ),
  ],
  [
    'overlapping_rules',
    'D',
    'error',
    table(
      'ANY',
      [number],
      [out],
      [
        ['<= 5', '1'],
        ['>= 5', '2'],
      ],
    ),
  ],
  [
    'gap',
    'D',
    'warning',
    table(
      'UNIQUE',
      [number],
      [out],
      [
        ['< 5', '1'],
        ['> 5', '1'],
      ],
    ),
  ],
  [
    'masked_rule',
    'D',
    'warning',
    table(
      'FIRST',
      [number],
      [out],
      [
        ['< 5', '1'],
        ['>= 5', '2'],
        ['[1..9]', '3'],
      ],
    ),
  ],
  [
    'masked_rule',
    'D',
    'warning',
    table(
      'PRIORITY',
      [number],
      [{ name: 'o', values: '"high","low"' }],
      [
        ['> 5', '"low"'],
        ['> 1', '"high"'],
      ],
    ),
  ],
  ['rule_never_matches', 'D', 'warning', table('UNIQUE', [number], [out], [['[9..1]', '1']])],
  [
    'rule_never_matches',
    'D',
    'warning',
    table('UNIQUE', [{ ...text, values: '"a"' }], [out], [['"b"', '1']]),
  ],
  ['cell_not_analysed', 'D', 'warning', table('UNIQUE', [number], [out], [['> limit', '1']])],
];

test.each(rules)('%s at %s is an %s', (code, element, severity, content) => {
  const found = problemsOf(content).filter((problem) => problem.code === code);
  expect(found.map((problem) => [problem.element, problem.severity])).toContainEqual([element, severity]);
  for (const { message, file: name } of found) {
    expect(name).toBe('0.dmn');
    expect(message.vi, 'a sentence in Vietnamese').toMatch(/\p{L}.*\.$/u);
    expect(message.en, 'a sentence in English').toMatch(/\w.*\.$/);
    expect(message.vi).not.toBe(message.en);
  }
});

describe('what is right is not complained of', () => {
  test.each<[string, string]>([
    [
      'ranges that touch without a common point',
      table(
        'UNIQUE',
        [number],
        [out],
        [
          ['< 5', '1'],
          ['>= 5', '2'],
        ],
      ),
    ],
    [
      'equal outputs under ANY',
      table(
        'ANY',
        [number],
        [out],
        [
          ['<= 5', '1'],
          ['>= 5', '1.0'],
        ],
      ),
    ],
    [
      'overlaps under FIRST',
      table(
        'FIRST',
        [number],
        [out],
        [
          ['> 9', '1'],
          ['-', '2'],
        ],
      ),
    ],
    ['no rule under COLLECT', table('COLLECT', [number], [out], [['> 9', '1']])],
    [
      'a default for what no rule matches',
      table('UNIQUE', [number], [{ ...out, default: '0' }], [['> 9', '1']]),
    ],
    [
      'all values allowed are covered',
      table(
        'UNIQUE',
        [{ ...text, values: '"a","b"' }],
        [out],
        [
          ['"a"', '1'],
          ['"b"', '2'],
        ],
      ),
    ],
    [
      'not() closes what is left',
      table(
        'UNIQUE',
        [text],
        [out],
        [
          ['"a"', '1'],
          ['not("a")', '2'],
        ],
      ),
    ],
    [
      'booleans',
      table(
        'UNIQUE',
        [{ name: 'b', type: 'boolean' }],
        [out],
        [
          ['true', '1'],
          ['false', '2'],
        ],
      ),
    ],
    [
      'neighbouring days leave nothing between',
      table(
        'UNIQUE',
        [{ name: 'd', type: 'date' }],
        [out],
        [
          ['<= date("2026-01-01")', '1'],
          ['>= @"2026-01-02"', '2'],
        ],
      ),
    ],
    [
      'neighbouring months too',
      table(
        'UNIQUE',
        [{ name: 'd', type: 'years and months duration' }],
        [out],
        [
          ['<= @"P1Y"', '1'],
          ['> @"P1Y"', '2'],
        ],
      ),
    ],
    [
      'conditions over ?',
      table(
        'UNIQUE',
        [number],
        [out],
        [
          ['? < 5 or ? > 9', '1'],
          ['? >= 5 and ? <= 9', '2'],
        ],
      ),
    ],
    [
      'a null that is asked for',
      table(
        'UNIQUE',
        [text],
        [out],
        [
          ['null', '0'],
          ['"a"', '1'],
          ['not(null, "a")', '2'],
        ],
      ),
    ],
    [
      'an invocation with all parameters, in any order',
      adder + decision('D', knows('#B') + invoking('y', 'x')),
    ],
    [
      'durations can be summed, and any text has a first',
      table(
        'COLLECT',
        [number],
        [{ ...out, type: 'days and time duration' }],
        [['-', '@"P1D"']],
        'aggregation="SUM"',
      ),
    ],
    [
      'a context that ends in its result',
      decision('D', `<context>${entry('a', literal('1'))}${entry(null, literal('a'))}</context>`),
    ],
    [
      'a type that narrows its input',
      `<itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>${table(
        'UNIQUE',
        [{ name: 's', type: 'tGrade' }],
        [out],
        [
          ['"A"', '1'],
          ['"B"', '2'],
        ],
      )}`,
    ],
  ])('%s', (_what, content) => {
    expect(problemsOf(content)).toEqual([]);
  });
});

test('an overlap and a gap come with an input that shows them', () => {
  const content = table(
    'UNIQUE',
    [number, text],
    [out],
    [
      ['<= 5', '"a"', '1'],
      ['[5..9]', '"a","b"', '2'],
    ],
  );
  const found = problemsOf(content).map(({ code, witness }) => [code, witness]);
  expect(found).toContainEqual(['overlapping_rules', { n: 5, s: 'a' }]);
  expect(found).toContainEqual(['gap', { n: 10, s: '' }]);
});

test('references lead into other files of the deployment', () => {
  const other =
    '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:o" name="o"><decision id="E" name="E"><literalExpression><text>1</text></literalExpression></decision></definitions>';
  const own = file(
    `<import name="o" namespace="urn:o" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>${decision('D', requires('requiredDecision', 'urn:o#E') + literal('o.E + 1'))}`,
  );
  const files = [
    { name: 'own.dmn', xml: own },
    { name: 'other.dmn', xml: other },
  ];
  expect(compileDecisions(files).problems).toEqual([]);
  expect(compileDecisions(files.slice(0, 1)).problems).toMatchObject([
    { code: 'unresolved_import', file: 'own.dmn', element: null },
    { code: 'unresolved_reference', file: 'own.dmn', element: 'D' },
  ]);
});

test('a table too large to be analysed is said to be so, at once', () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => [`[${i}..${i + 0.5}]`, `${i}`]);
  const found = problemsOf(table('UNIQUE', [number], [out], rows));
  expect([...new Set(found.map(({ code }) => code))]).toEqual(['table_not_analysed']);
});
