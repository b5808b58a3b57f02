/** Built-in functions (DMN 1.5, 10.3.4): one line a case. What a function has no meaning for is null, never NaN and never thrown. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { evaluate } from '../evaluate.ts';

const cases: Record<string, [string, Json][]> = {
  numbers: [
    ['decimal(2.5, 0)', 2],
    ['decimal(1/3, 2)', 0.33],
    ['round half up(2.5, 0)', 3],
    ['round half down(2.5, 0)', 2],
    ['round up(-5.5, 0)', -6],
    ['round down(-5.5, 0)', -5],
    ['floor(-1.5)', -2],
    ['ceiling(1.234, 2)', 1.24],
    ['modulo(-5, 3)', 1],
    ['modulo(5, 0)', null],
    ['abs(-7)', 7],
    ['sqrt(16)', 4],
    ['sqrt(-1)', null],
    ['log(0)', null],
    ['exp(1000000)', null],
    ['odd(3)', true],
    ['even("x")', null],
  ],
  strings: [
    ['string length("😀a")', 2],
    ['substring("foobar", 3)', 'obar'],
    ['substring("foobar", -2, 1)', 'a'],
    ['substring("foobar", 0)', null],
    ['upper case("ễ")', 'Ễ'],
    ['substring before("foobar", "bar")', 'foo'],
    ['substring after("foobar", "ob")', 'ar'],
    ['contains("ab", "")', true],
    ['starts with("ab", "a")', true],
    ['split("a;b;c", ";")', ['a', 'b', 'c']],
    ['string join(["a", null, "b"], "-")', 'a-b'],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
  ],
  lists: [
    ['list contains([1, null], null)', true],
    ['count([])', 0],
    ['count(null)', null],
    ['min([3, 1])', 1],
    ['max("a", "b")', 'b'],
    ['min([])', null],
    ['sum([])', null],
    ['sum([0.1, 0.2])', 0.3],
    ['mean([1, 2])', 1.5],
    ['median([1, 3])', 2],
    ['stddev([1, 2, 3])', 1],
    ['mode([1, 1, 2])', [1]],
    ['product([2, 3])', 6],
    ['all([true, null])', null],
    ['any([false, true, null])', true],
    ['distinct values([1, 2, 1])', [1, 2]],
    ['flatten([[1, [2]], 3])', [1, 2, 3]],
    ['sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]],
    ['sublist([1, 2, 3], 2)', [2, 3]],
    ['sublist([1, 2, 3], 2, 5)', null],
    ['insert before([1], 1, 0)', [0, 1]],
    ['remove([1, 2], 3)', null],
    ['list replace([1, 2, 3], 2, 9)', [1, 9, 3]],
    ['index of([1, 2, 1], 1)', [1, 3]],
    ['union([1], [1, 2])', [1, 2]],
    ['concatenate([1], [1, 2])', [1, 1, 2]],
    ['reverse([1, 2])', [2, 1]],
    ['append([1], 2)', [1, 2]],
  ],
  contexts: [
    ['get value({a: 1}, "a")', 1],
    ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
    ['context put({a: 1}, "b", 2)', { a: 1, b: 2 }],
    ['context merge([{a: 1}, {a: 2}])', { a: 2 }],
    ['context([{key: "a", value: 1}])', { a: 1 }],
  ],
  "Camunda's": [
    ['is defined({a: 1}.b)', false],
    ['get or else({a: 1}.b, 5)', 5],
    ['get or else(1, 5)', 1],
    ['assert(1, 1 > 0)', 1],
    ['assert(1, 1 < 0, "too small")', null],
    ['is empty([])', true],
    ['duplicate values([1, 2, 1, 1, 2, 3])', [1, 2]],
    ['partition([1, 2, 3], 2)', [[1, 2], [3]]],
    ['partition([1], 0)', null],
    ['is blank("  ")', true],
    ['trim(" a ")', 'a'],
    ['extract("a1b22", "[0-9]+")', ['1', '22']],
    ['last day of month(date("2024-02-01"))', '2024-02-29'],
  ],
  conversion: [
    ['number("1,000.5", ",", ".")', 1000.5],
    ['number("x")', null],
    ['string(1.10)', '1.1'],
    ['string(@"P1Y")', 'P1Y'],
    ['string(null)', null],
    ['date("2026-02-30")', null],
    ['date(2026, 13, 1)', null],
    ['time("25:00:00")', null],
    ['duration("P1Y2M3D")', null],
    ['not(null)', null],
    ['is(1, 1.0)', true],
  ],
};

describe.each(Object.entries(cases))('%s', (_library, lines) => {
  test.each(lines)('%s', (expression, value) => {
    const result = evaluate(expression, {});
    expect(result.value).toEqual(value);
    expect(result.problem).toBeNull();
    // A null that is no answer says why.
    if (value === null && expression !== 'string(null)') expect(result.warnings).not.toEqual([]);
  });
});
