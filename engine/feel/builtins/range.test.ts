/** Ranges: what lies in them, how they lie to each other (DMN 1.5, tables 54 and 78), and how they are written. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { evaluate } from '../evaluate.ts';

const value = (text: string) => evaluate(text, {}).value;

test.each<[string, Json]>([
  ['5 in [1..5]', true],
  ['5 in [1..5)', false],
  ['5 in ]5..9]', false],
  ['5 in (< 6)', true],
  ['5 in (> 6, 5)', true],
  ['"b" in ["a".."c"]', true],
  ['@"2026-01-05" in [@"2026-01-01"..@"2026-02-01")', true],
  ['@"P13M" in [@"P1Y"..@"P2Y"]', true],
  ['5 in [9..1]', false],
  // An end that is null, or of another type, matches nothing.
  ['5 in [null..10]', null],
  ['5 in [1..null]', null],
  ['null in [1..10]', null],
  ['"5" in [1..10]', null],
  // Ends that cannot be compared make no range, and nothing equals null.
  ['5 in [1.."x"]', false],
  ['1 between 0 and null', null],
  ['[1..5].start', 1],
  ['[1..5).end included', false],
  ['(< 5).end', 5],
])('%s is %j', (text, wanted) => {
  expect(value(text)).toEqual(wanted);
});

describe('relations', () => {
  test.each<[string, Json]>([
    ['before(1, 10)', true],
    ['before([1..5), [5..6])', true],
    ['before([1..5], [5..6])', false],
    ['after([5..10], 4)', true],
    ['meets([1..5], [5..10])', true],
    ['meets([1..5), [5..10])', false],
    ['met by([5..10], [1..5])', true],
    ['overlaps([1..5], [3..8])', true],
    ['overlaps([1..5), [5..8])', false],
    ['overlaps before([1..5], [3..8])', true],
    ['overlaps after([3..8], [1..5])', true],
    ['finishes(5, [1..5])', true],
    ['finishes(5, [1..5))', false],
    ['finished by([1..5], [3..5])', true],
    ['includes([1..10], [3..4])', true],
    ['during(5, [1..10])', true],
    ['starts(1, (1..5])', false],
    ['started by([1..5], 1)', true],
    ['coincides([1..5], [1..5])', true],
    ['coincides(1, 2)', false],
    ['before(1, "a")', null],
    ['before(null, 1)', null],
  ])('%s is %j', (text, wanted) => {
    expect(value(text)).toEqual(wanted);
  });
});

test.each<[string, Json]>([
  ['5 in range("[1..5]")', true],
  ['5 in range("[1..5)")', false],
  ['range("[1..5]") = [1..5]', true],
  ['@"2026-01-01" in range("[@\\"2026-01-01\\"..@\\"2026-02-01\\"]")', true],
  ['range("[5..1]")', null],
  ['range("1..5")', null],
  ['range("[a..b]")', null],
  ['(=5) = (=5)', true],
  ['(=5) = [5..5]', false],
  ['(< 5) = (null..5)', false],
])('%s is %j', (text, wanted) => {
  expect(value(text)).toEqual(wanted);
});
