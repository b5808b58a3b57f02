import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, Variables } from '../types.ts';
import { evaluate, parse, unaryTest } from './evaluate.ts';

const now = '2026-11-22T18:30:00.000Z';

describe('an expression gives its value', () => {
  it.each<[string, Variables, Json]>([
    ['0.1 + 0.2 = 0.3', {}, true],
    ['9007199254740993 - 9007199254740992', {}, 1],
    ['-5 ** 2', {}, 25],
    ['số tiền > 5', { 'số tiền': 7 }, true],
    ['a-b + 1', { 'a-b': 2 }, 3],
    ['a-b', { a: 5, b: 2 }, 3],
    ['today()', {}, '2026-11-23'],
    ['string(now())', {}, '2026-11-23T01:30:00+07:00'],
    ['date("2026-01-31") + @"P1M"', {}, '2026-02-28'],
    ['@"2021-01-01T24:00:00"', {}, '2021-01-02T00:00:00'],
    ['@"P1D" * 1.5', {}, 'P1DT12H'],
    ['[{a: 1}, {a: 2}][a > 1].a', {}, [2]],
    ['for i in 1..3 return i * i', {}, [1, 4, 9]],
    ['some x in [1, 2] satisfies x > 1', {}, true],
    ['before([1..5], [6..9])', {}, true],
    // Names: in backticks as Camunda writes them, with symbols where they are declared, of data that share a function's.
    ['`a-b` + {phí: 1}.`phí`', { 'a-b': 2 }, 3],
    ["{f: function(person's age) person's age < 18, r: f(16)}.r", {}, true],
    ['for unit-price in [2, 3] return unit-price * 2', {}, [4, 6]],
    ['date(date)', { date: '2026-01-02' }, '2026-01-02'],
    // An index belongs to the list, not to its elements.
    ['[{x: 1, y: 2}, {x: 2, y: 3}][x]', { x: false }, []],
    ['[{x: 1}, {x: 2}][x].x', { x: 2 }, 2],
    ['count([< 5, (> 9)])', {}, 2],
    ['{r: < 10}.r.end', {}, 10],
    ['[(=5)][1] = (=5)', {}, true],
  ])('%s', (expression, context, value) => {
    expect(evaluate(expression, context, { now })).toEqual({ value, problem: null, warnings: [] });
  });
});

/** A list of ten lists of ten lists …: 10^9 values in the memory of ninety; `then` sees it as `i`. */
function doubling(then: string): string {
  const levels = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, n, all) => {
    const inner = all[n - 1] ?? 'a';
    return `${name}: [${Array(10).fill(inner).join(', ')}]`;
  });
  return `{a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0], ${levels.join(', ')}, r: ${then}}.r`;
}

describe('hazards are closed', () => {
  it.each([
    ['a range bound that is null matches nothing', '5 in [null..10]'],
    ['a division by zero is null, not NaN', '0 / 0'],
    ['operands without a meaning give null', 'date("2026-01-01") * @"P1D"'],
    ['a missing variable is null', 'missing > 5'],
  ])('%s', (_, expression) => {
    const { value, problem, warnings } = evaluate(expression, {});
    expect({ value, problem, told: warnings.length > 0 }).toEqual({ value: null, problem: null, told: true });
  });

  it.each([
    ['a loop without end in sight', 'for i in 1..1000000000 return i'],
    ['a function that calls itself', '{f: function(n) f(n), r: f(1)}.r'],
    ['nesting too deep', `${'('.repeat(5000)}1${')'.repeat(5000)}`],
    ['too many operators in a row', `1${' + 1'.repeat(20_000)}`],
    ['too many calls in a row', `f${'()'.repeat(20_000)}`],
    ['a text too long', ' '.repeat(200_000)],
    ['a value that doubles on the way out', doubling('i')],
    ['a value that doubles and is compared', doubling('i = {x: i}.x and [i] = [[i, 1]]')],
    ['a value that doubles and is searched', doubling('11 in i')],
    ['a value that doubles and becomes text', doubling('string length(string(i))')],
    ['a value that doubles and is asked for its type', doubling('i instance of list<list<list<number>>>')],
    ['lists without end in memory', 'for i in 1..1000000 return partial'],
    ['what is no FEEL', '5 +'],
  ])('%s is a problem, at once', (_, expression) => {
    expect(evaluate(expression, {})).toMatchObject({ value: null, problem: expect.any(String) });
  });

  it('no text throws', () => {
    const token = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '..',
      '-',
      'in',
      'not',
      'for',
      '"',
      '@',
      'a',
      '1',
      ' ',
      ',',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(token).map((tokens) => tokens.join(' ')),
        ),
        (text) => {
          expect(evaluate(text, { a: 1 }).value).not.toBeUndefined();
          expect(unaryTest(text, 1, {}).value).not.toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a unary test', () => {
  it.each<[string, Json, boolean | null]>([
    ['-', 'x', true],
    ['< 5', 4, true],
    ['[1..5], > 9', 10, true],
    ['not("a", "b")', 'c', true],
    ['? > 3 and ? < 5', 4, true],
    ['< 5', 'x', null],
  ])('%s of %j is %j', (test, input, value) => {
    expect(unaryTest(test, input, {}).value).toBe(value);
  });
});

it('parse tells the place of an error', () => {
  expect(parse('a + ')).toContain('position 5');
  expect(parse('a + 1')).toBeNull();
});

it('a host function takes part', () => {
  const functions = {
    'working days': { parameters: ['n'], call: (n: Json) => `P${n}D`, returns: 'temporal' as const },
  };
  expect(evaluate('working days(3) + @"P1D"', {}, { functions }).value).toBe('P4D');
});
