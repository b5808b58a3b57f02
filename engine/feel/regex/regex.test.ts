/** Patterns are those of XPath (DMN 1.5, 10.3.4.3): classes and flags that JavaScript lacks are translated, others refused. */
import { expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { evaluate } from '../evaluate.ts';

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
])('%s is %j', (expression, value) => {
  expect(evaluate(expression, {})).toMatchObject({ value, problem: null });
});
