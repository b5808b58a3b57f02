/** Boxed expressions (DMN 1.5, 7.3 and 10.2), knowledge models, services and types. */
import { describe, expect, test } from 'vitest';
import type { Json, Variables } from '../../types.ts';
import { compileDecisions } from '../compile.ts';
import { evaluateDecision } from '../evaluate.ts';

const literal = (text: string) =>
  `<literalExpression><text>${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</text></literalExpression>`;
const input = (name: string, typeRef: string) =>
  `<inputData id="${name}" name="${name}"><variable name="${name}" typeRef="${typeRef}"/></inputData>`;
const needs = (name: string) =>
  `<informationRequirement><requiredInput href="#${name}"/></informationRequirement>`;

function decide(content: string, given: Variables = {}, decision = 'D') {
  const xml = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="t" name="t">${content}</definitions>`;
  const { model, problems } = compileDecisions([{ name: 't.dmn', xml }]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return evaluateDecision(model, decision, given, null);
}

const decision = (content: string, type = 'Any') =>
  `<decision id="D" name="D"><variable name="D" typeRef="${type}"/>${content}</decision>`;
const holding = (name: string, content: string) => `<${name}>${content}</${name}>`;
const entry = (name: string | null, content: string, type = 'Any') =>
  `<contextEntry>${name === null ? '' : `<variable name="${name}" typeRef="${type}"/>`}${content}</contextEntry>`;
const add = `<functionDefinition><formalParameter name="x" typeRef="number"/><formalParameter name="y" typeRef="number"/>${literal('x + y')}</functionDefinition>`;

describe('boxed expressions', () => {
  test.each<[string, string, Json]>([
    ['a literal', literal('1 + 2'), 3],
    ['an empty literal', literal(''), null],
    ['a list', holding('list', literal('1') + literal('"a"')), [1, 'a']],
    [
      'an entry sees those before it',
      holding('context', entry('a', literal('2')) + entry('b', literal('a * a'))),
      { a: 2, b: 4 },
    ],
    [
      'an entry without a name is the result',
      holding('context', entry('a', literal('2')) + entry(null, literal('a + 1'))),
      3,
    ],
    [
      'an entry not of its type is null',
      holding('context', entry('a', literal('"x"'), 'number')),
      { a: null },
    ],
    [
      'a relation is a list of contexts',
      '<relation><column name="a"/><column name="b"/><row>'.concat(
        literal('1'),
        literal('2'),
        '</row><row>',
        literal('3'),
        literal('4'),
        '</row></relation>',
      ),
      [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
    ],
    [
      'if true',
      holding(
        'conditional',
        holding('if', literal('1 < 2')) +
          holding('then', literal('"yes"')) +
          holding('else', literal('"no"')),
      ),
      'yes',
    ],
    [
      'if null takes else',
      holding(
        'conditional',
        holding('if', literal('null')) + holding('then', literal('"yes"')) + holding('else', literal('"no"')),
      ),
      'no',
    ],
    [
      'a filter',
      holding('filter', holding('in', literal('[1, 5, 9]')) + holding('match', literal('item > 3'))),
      [5, 9],
    ],
    [
      'for',
      `<for iteratorVariable="i">${holding('in', literal('[1..3]'))}${holding('return', literal('i * 2'))}</for>`,
      [2, 4, 6],
    ],
    [
      'some',
      `<some iteratorVariable="i">${holding('in', literal('[1, 2]'))}${holding('satisfies', literal('i > 1'))}</some>`,
      true,
    ],
    [
      'every',
      `<every iteratorVariable="i">${holding('in', literal('[1, 2]'))}${holding('satisfies', literal('i > 1'))}</every>`,
      false,
    ],
    ['a function in a context', holding('context', entry('add', add) + entry(null, literal('add(1, 2)'))), 3],
    [
      'named arguments in any order',
      holding('context', entry('add', add) + entry(null, literal('add(y: 1, x: 2)'))),
      3,
    ],
    [
      'an argument that is missing',
      holding('context', entry('add', add) + entry(null, literal('add(1)'))),
      null,
    ],
    [
      'an argument not of its type',
      holding('context', entry('add', add) + entry(null, literal('add(1, "2")'))),
      null,
    ],
    [
      'an invocation of a built-in',
      `<invocation>${literal('max')}<binding><parameter name="list"/>${literal('[1, 3, 2]')}</binding></invocation>`,
      3,
    ],
  ])('%s', (_what, content, value) => {
    expect(decide(decision(content)).value).toEqual(value);
  });

  test('a knowledge model is called by its name, also with blanks', () => {
    const model = `<businessKnowledgeModel id="K" name="tỷ lệ đạt"><variable name="tỷ lệ đạt"/><encapsulatedLogic><formalParameter name="for votes" typeRef="number"/><formalParameter name="all" typeRef="number"/>${literal('for votes / all')}</encapsulatedLogic></businessKnowledgeModel>`;
    const knows = '<knowledgeRequirement><requiredKnowledge href="#K"/></knowledgeRequirement>';
    expect(decide(model + decision(knows + literal('tỷ lệ đạt(3, 4)'))).value).toBe(0.75);
    expect(
      decide(
        model +
          decision(
            `${knows}<invocation>${literal('tỷ lệ đạt')}<binding><parameter name="all"/>${literal('8')}</binding><binding><parameter name="for votes"/>${literal('2')}</binding></invocation>`,
          ),
      ).value,
    ).toBe(0.25);
  });

  test('a decision service takes its inputs as arguments and gives one value, or a context of several', () => {
    const parts =
      input('n', 'number') +
      `<decision id="A" name="A">${needs('n')}${literal('n + 1')}</decision><decision id="B" name="B">${needs('n')}${literal('n * 2')}</decision>` +
      '<decisionService id="S1" name="one"><outputDecision href="#A"/><inputData href="#n"/></decisionService>' +
      '<decisionService id="S2" name="both"><outputDecision href="#A"/><outputDecision href="#B"/><inputData href="#n"/></decisionService>';
    expect(decide(parts, { n: 5 }, 'one').value).toBe(6);
    expect(decide(parts, { n: 5 }, 'S2').value).toEqual({ A: 6, B: 10 });
    const calling = `<decision id="D" name="D"><knowledgeRequirement><requiredKnowledge href="#S1"/></knowledgeRequirement>${literal('one(41)')}</decision>`;
    expect(decide(parts + calling).value).toBe(42);
  });

  test('a decision is made once, and one given takes its place', () => {
    const parts = `<decision id="A" name="A">${literal('1')}</decision>${decision(`<informationRequirement><requiredDecision href="#A"/></informationRequirement>${literal('A + 1')}`)}`;
    expect(decide(parts).value).toBe(2);
    expect(decide(parts, { A: 10 }).value).toBe(11);
  });
});

describe('types', () => {
  const grade =
    '<itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>';
  const grades =
    '<itemDefinition name="tGrades" isCollection="true"><typeRef>tGrade</typeRef></itemDefinition>';
  const person =
    '<itemDefinition name="tPerson"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="born"><typeRef>date</typeRef></itemComponent></itemDefinition>';
  const few =
    '<itemDefinition name="tFew" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) &lt;= 2</text></typeConstraint></itemDefinition>';

  test.each<[string, string, string, Json, Json, boolean]>([
    ['a number', '', 'number', 5, 5, true],
    ['a text where a number is wanted', '', 'number', '5', null, false],
    ['a date is read from its text', '', 'date', '2026-02-28', '2026-02-28', true],
    ['a day that is not', '', 'date', '2026-02-30', null, false],
    [
      'a date where a date and time is wanted',
      '',
      'date and time',
      '2026-02-28T00:00:00Z',
      '2026-02-28T00:00:00Z',
      true,
    ],
    ['a duration', '', 'days and time duration', 'PT36H', 'P1DT12H', true],
    ['months where days are wanted', '', 'days and time duration', 'P1M', null, false],
    ['years and months', '', 'years and months duration', 'P13M', 'P1Y1M', true],
    ['an allowed value', grade, 'tGrade', 'A', 'A', true],
    ['a value that is not allowed', grade, 'tGrade', 'C', null, false],
    ['a list of allowed values', grade + grades, 'tGrades', ['A', 'B'], ['A', 'B'], true],
    ['a list with one that is not', grade + grades, 'tGrades', ['A', 'C'], null, false],
    ['one value where a list is wanted', grade + grades, 'tGrades', 'A', ['A'], true],
    ['a list of one where a value is wanted', grade, 'tGrade', ['A'], 'A', true],
    [
      'a context',
      person,
      'tPerson',
      { name: 'An', born: '2000-01-01' },
      { name: 'An', born: '2000-01-01' },
      true,
    ],
    ['a context without a component', person, 'tPerson', { name: 'An' }, null, false],
    ['a constraint on the whole list', few, 'tFew', [1, 2], [1, 2], true],
    ['a list too long for it', few, 'tFew', [1, 2, 3], null, false],
    ['null is of every type', grade, 'tGrade', null, null, true],
  ])('%s', (_what, types, type, given, value, fits) => {
    const result = decide(types + input('x', type) + decision(needs('x') + literal('x')), { x: given });
    expect({
      value: result.value,
      fits: !result.problems.some(({ code }) => code === 'invalid_input'),
    }).toEqual({ value, fits });
  });

  test('the result of a decision not of its type is null, and says so', () => {
    const { value, problems } = decide(decision(literal('"x"'), 'number'));
    expect({ value, codes: problems.map(({ code }) => code) }).toEqual({
      value: null,
      codes: ['decision_warning'],
    });
  });
});
