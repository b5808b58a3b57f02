/** Patterns are those of XPath (DMN 1.5, 10.3.4.3): what JavaScript has beyond them is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { evaluate } from '../evaluate.ts';
import type { Run } from '../values.ts';
import { compilePattern, matches } from './index.ts';

test.each<[string, Json]>([
  ['matches("foobar", "^fo*b")', true],
  ['matches("foobar", "bar")', true],
  ['matches("FOO", "foo", "i")', true],
  ['matches("a\\nb", "a.b", "s")', true],
  ['matches("a b", "a b", "x")', false],
  ['matches("abc", "[a-z-[b]]bc")', true],
  ['matches("bbc", "^[a-z-[b]]bc")', false],
  ['matches("Nguyễn", "^\\\\p{L}+$")', true],
  ['matches("x1", "^\\\\i\\\\c*$")', true],
  ['matches("abab", "^(ab)\\\\1$")', true],
  ['matches("a-b", "a\\\\-[b\\\\-]")', true],
  ['replace("a.b", ".", "-", "q")', 'a-b'],
  ['replace("abra", "bra", "*")', 'a*'],
  ['matches("a", "[")', null],
  ['matches("a", "(?=a)")', null],
  ['matches("a", "a", "y")', null],
  ['matches(null, "a")', null],
  ['matches("中", "^\\\\p{IsCJKUnifiedIdeographs}$")', true],
  ['matches("a\\u2028b", "a.b")', true],
  ['matches("a\\nb", "a.b")', false],
  ['matches("x\\ny", "^y$", "m")', true],
  ['matches("aaa", "^a{2}$")', false],
  ['matches("aaa", "a{2,1}")', null],
  ['matches("a", "a{2")', null],
  ['matches("a", "a*+")', null],
  ['matches("aA", "(a)\\\\1", "i")', true],
  ['matches("a", "(a\\\\1)")', null],
  ['replace("abcdefghijkl", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)", "$10$1")', 'jakl'],
  ['replace("abc", "(b)", "$11")', 'ab1c'],
  ['replace("AAAA", "A+?", "b")', 'bbbb'],
  ['replace("facetiously", "[iouy]", "[$0]")', 'facet[i][o][u]sl[y]'],
  ['replace("abc", "x*", "-")', null],
  ['split("foo🐎bar", "o.b")', ['fo', 'ar']],
])('%s is %j', (expression, value) => {
  expect(evaluate(expression, {})).toMatchObject({ value, problem: null });
});

const noLimit: Run = { work: () => {}, warn: () => {}, now: null };

/** Patterns that XPath and JavaScript read alike. */
const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
  pattern: fc
    .array(fc.array(tie('piece'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
    .map((options) => options.map((pieces) => pieces.join('')).join('|')),
  piece: fc
    .tuple(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('a', 'b', '[ab]', '[^a]', '^', '$'),
        tie('pattern').map((inner) => `(${inner})`),
        tie('pattern').map((inner) => `(?:${inner})`),
      ),
      fc.constantFrom('', '', '?', '*', '+', '{1,2}', '{2}', '*?'),
    )
    .map(([atom, quantifier]) => ('^$'.includes(atom) ? atom : atom + quantifier)),
}));

test('a text matches where it matches in JavaScript', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(pattern, text, (source, given) => {
      const program = compilePattern(source, '');
      expect(program && matches(program, given, noLimit)).toBe(new RegExp(source, 'v').test(given));
    }),
    { numRuns: 500 },
  );
});

// Matchers that go back without memory need longer than the universe has for these.
test.each([
  ['(a+)+$', 40, false],
  ['(a|a)*b', 40, false],
  ['^((a{1,2}){1,20}){1,20}b', 40, false],
  ['(a?){40}a{40}', 40, true],
  ['a*a*a*a*b', 3_000, false],
  ['(.*)(.*)x', 20_000, false],
])('%s is answered for a text of %i', (source, length, found) => {
  const text = `${'a'.repeat(length)}${source.endsWith('$') ? '!' : ''}`;
  expect(evaluate('matches(text, pattern)', { text, pattern: source })).toEqual({
    value: found,
    problem: null,
    warnings: [],
  });
});

test('a pattern that refers back and does not end counts its steps', () => {
  const { value, problem } = evaluate('matches(text, "(a+)+(b)\\2$")', { text: 'a'.repeat(40) });
  expect({ value, problem }).toEqual({ value: null, problem: 'The expression takes too many steps' });
});
