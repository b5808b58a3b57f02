/** Overlaps and gaps of random tables: what is reported is true, and what is true is reported (by brute force). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, Variables } from '../../types.ts';
import { compileDecisions } from '../compile.ts';
import { evaluateDecision } from '../evaluate.ts';

interface Kind {
  typeRef: string;
  /** Constants that cells compare with. */
  constants: string[];
  /** Inputs that stand for all: every constant, and something on either side of it. */
  samples: Json[];
  ordered: boolean;
}

const kinds: Kind[] = [
  {
    typeRef: 'number',
    constants: ['0', '1', '2', '3.5'],
    samples: [-1, 0, 0.5, 1, 1.5, 2, 3, 3.5, 4],
    ordered: true,
  },
  {
    typeRef: 'string',
    constants: ['"a"', '"b"', '"d"'],
    samples: ['', 'a', 'aa', 'b', 'c', 'd', 'e'],
    ordered: true,
  },
  { typeRef: 'boolean', constants: ['true', 'false'], samples: [true, false], ordered: false },
  {
    typeRef: 'date',
    constants: ['date("2026-01-01")', '@"2026-01-02"', '@"2026-01-05"'],
    samples: ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-05', '2026-01-06'],
    ordered: true,
  },
  {
    typeRef: 'days and time duration',
    constants: ['@"P1D"', '@"PT36H"', '@"P3D"'],
    samples: ['PT1H', 'P1D', 'PT30H', 'PT36H', 'P2D', 'P3D', 'P4D'],
    ordered: true,
  },
  {
    typeRef: 'years and months duration',
    constants: ['@"P1Y"', '@"P13M"'],
    samples: ['P11M', 'P12M', 'P13M', 'P14M'],
    ordered: true,
  },
];

function cellOf({ constants, ordered }: Kind): fc.Arbitrary<string> {
  const constant = fc.constantFrom(...constants);
  const list = fc.uniqueArray(constant, { minLength: 1, maxLength: 3 }).map((items) => items.join(', '));
  const equality = fc.oneof(
    fc.constant('-'),
    list,
    list.map((items) => `not(${items})`),
    constant.map((value) => `? = ${value}`),
    constant.map((value) => `!= ${value}`),
  );
  if (!ordered) return equality;
  const comparison = fc
    .tuple(fc.constantFrom('<', '<=', '>', '>='), constant)
    .map((parts) => parts.join(' '));
  const range = fc
    .tuple(fc.constantFrom('[', '(', ']'), constant, constant, fc.constantFrom(']', ')', '['))
    .map(([open, low, high, close]) => `${open}${low}..${high}${close}`);
  const both = fc.tuple(comparison, comparison).map(([a, b]) => `? ${a} and ? ${b}`);
  return fc.oneof(
    equality,
    comparison,
    range,
    both,
    fc.tuple(comparison, constant).map((tests) => tests.join(', ')),
  );
}

const tables = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rules: fc.array(fc.tuple(...columns.map(cellOf)), { minLength: 1, maxLength: 5 }),
  }),
);

type Table = { columns: Kind[]; rules: string[][] };

const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function compile({ columns, rules }: Table, hitPolicy: string) {
  const inputs = columns.map(
    ({ typeRef }, i) =>
      `<inputData id="i${i}" name="x${i}"><variable name="x${i}" typeRef="${typeRef}"/></inputData>`,
  );
  const required = columns.map(
    (_, i) => `<informationRequirement><requiredInput href="#i${i}"/></informationRequirement>`,
  );
  const heads = columns.map(
    ({ typeRef }, i) =>
      `<input><inputExpression typeRef="${typeRef}"><text>x${i}</text></inputExpression></input>`,
  );
  const rows = rules.map(
    (cells, i) =>
      `<rule>${cells.map((cell) => `<inputEntry><text>${escaped(cell)}</text></inputEntry>`).join('')}<outputEntry><text>${i + 1}</text></outputEntry></rule>`,
  );
  const xml = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="t" name="t">${inputs.join('')}<decision id="D" name="D">${required.join('')}<decisionTable hitPolicy="${hitPolicy}">${heads.join('')}<output name="rule"/>${rows.join('')}</decisionTable></decision></definitions>`;
  return compileDecisions([{ name: 't.dmn', xml }]);
}

/** The numbers of the rules that match an input, as the decision itself finds them. */
function matching(table: Table): (input: Variables) => number[] {
  const { model } = compile(table, 'RULE ORDER');
  return (input) => (evaluateDecision(model, 'D', input, null).value ?? []) as number[];
}

function samplesOf({ columns }: Table): Variables[] {
  return columns.reduce<Variables[]>(
    (rows, { samples }, i) => rows.flatMap((row) => samples.map((sample) => ({ ...row, [`x${i}`]: sample }))),
    [{}],
  );
}

test('overlaps and gaps of random tables', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const rulesAt = matching(table);
      const problems = compile(table, 'UNIQUE').problems;
      const overlaps = problems.filter(({ code }) => code === 'overlapping_rules');
      const gaps = problems.filter(({ code }) => code === 'gap');
      for (const { witness, message } of overlaps) {
        const rules = rulesAt(witness ?? {});
        expect(rules.length, message.en).toBeGreaterThan(1);
      }
      for (const { witness, message } of gaps) expect(rulesAt(witness ?? {}), message.en).toEqual([]);
      const found = samplesOf(table).map((input) => rulesAt(input).length);
      expect(overlaps.length > 0).toBe(found.some((count) => count > 1));
      expect(gaps.length > 0).toBe(found.includes(0));
      expect(problems.map(({ code }) => code)).not.toContain('cell_not_analysed');
    }),
    { numRuns: Number(process.env.TABLES ?? 300) },
  );
});

test('a masked rule never decides, and a rule that decides somewhere is not masked', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const rulesAt = matching(table);
      const deciding = new Set(samplesOf(table).map((input) => rulesAt(input)[0]));
      const named = compile(table, 'FIRST').problems.flatMap(({ code, message }) =>
        code === 'masked_rule' || code === 'rule_never_matches'
          ? [Number(/Rule (\d+)/.exec(message.en)?.[1])]
          : [],
      );
      const idle = table.rules.map((_, i) => i + 1).filter((rule) => !deciding.has(rule));
      expect(named.sort()).toEqual(idle);
    }),
    { numRuns: Number(process.env.TABLES ?? 300) },
  );
});
