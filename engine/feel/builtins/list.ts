/** Functions on lists (DMN 1.5, table 72). Positions count from 1; negative ones from the end. */
import { compareValues, equals } from '../compare.ts';
import {
  add,
  divide,
  type FeelNumber,
  isNumber,
  multiply,
  squareRoot,
  subtract,
  toInteger,
  wholePart,
} from '../decimal.ts';
import { invoke } from '../interpret/call.ts';
import { addTemporal } from '../temporal/arithmetic.ts';
import { DaysDuration, MonthsDuration } from '../temporal/values.ts';
import { type FeelFunction, isTemporal, type Run, type Value } from '../values.ts';
import { weightOf } from '../weight.ts';
import { type Library, signature } from './signature.ts';

const items = (value: Value | undefined) => value as Value[];

/** The same function over one list or over its arguments. */
function listOrArguments(run: (list: Value[], account: Run) => Value) {
  return [
    signature('list: list', ([list], account) => run(items(list), account)),
    signature('...list: any', (args, account) => (args.length === 0 ? null : run(args, account))),
  ];
}

function extreme(sign: 1 | -1) {
  return (list: Value[]): Value => {
    let best = list[0] ?? null;
    for (const item of list) {
      const order = compareValues(item, best);
      if (order === null) return null;
      if (order * sign > 0) best = item;
    }
    return best;
  };
}

function numbers(list: Value[]): FeelNumber[] | null {
  return list.length > 0 && list.every(isNumber) ? (list as FeelNumber[]) : null;
}

function fold(
  list: FeelNumber[],
  combine: (a: FeelNumber, b: FeelNumber) => FeelNumber | null,
): FeelNumber | null {
  return list
    .slice(1)
    .reduce<FeelNumber | null>((sum, n) => (sum === null ? null : combine(sum, n)), list[0] ?? null);
}

export function sum(list: Value[]): Value {
  const values = numbers(list);
  if (values !== null) return fold(values, add);
  const durations = list.every((item) => item instanceof DaysDuration || item instanceof MonthsDuration);
  if (!durations || list.length === 0) return null;
  return list
    .slice(1)
    .reduce<Value>((a, b) => (isTemporal(a) && isTemporal(b) ? addTemporal(a, b) : null), list[0] ?? null);
}

function mean(list: FeelNumber[]): FeelNumber | null {
  const total = fold(list, add);
  return total === null ? null : divide(total, list.length);
}

function median(list: Value[]): Value {
  const sorted = numbers(list)?.toSorted((a, b) => compareValues(a, b) ?? 0);
  if (sorted === undefined) return null;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? null) : mean(sorted.slice(middle - 1, middle + 1));
}

/** Standard deviation of a sample. */
function stddev(list: Value[]): Value {
  const values = numbers(list);
  const average = values === null || values.length < 2 ? null : mean(values);
  if (values === null || average === null) return null;
  const squares = values.map((n) => {
    const distance = subtract(n, average);
    return distance === null ? null : multiply(distance, distance);
  });
  const total = squares.some((square) => square === null) ? null : fold(squares as FeelNumber[], add);
  const variance = total === null ? null : divide(total, values.length - 1);
  return variance === null ? null : squareRoot(variance);
}

/** The most frequent numbers, ascending. */
function mode(list: Value[]): Value {
  if (list.length === 0) return [];
  const values = numbers(list);
  if (values === null) return null;
  const sorted = values.toSorted((a, b) => compareValues(a, b) ?? 0);
  let longest = 0;
  let modes: FeelNumber[] = [];
  let length = 0;
  sorted.forEach((n, i) => {
    length = i > 0 && equals(n, sorted[i - 1] ?? null) === true ? length + 1 : 1;
    if (length > longest) {
      longest = length;
      modes = [];
    }
    if (length === longest) modes.push(n);
  });
  return modes;
}

/** Kleene's and (`decisive` false) or or (`decisive` true) over a list; null if an element is neither. */
function all(decisive: boolean) {
  return (list: Value[]): Value => {
    if (list.includes(decisive)) return decisive;
    return list.every((item) => typeof item === 'boolean') ? !decisive : null;
  };
}

/** Index from 0 of a position from 1 or −1; null if the list has no such position. */
function indexOf(position: Value | undefined, length: number): number | null {
  const n = isNumber(position) ? wholePart(position) : null;
  if (n === null || n === 0 || Math.abs(n) > length) return null;
  return n > 0 ? n - 1 : length + n;
}

function sublist([list, start, length]: Value[]): Value {
  const from = indexOf(start, items(list).length);
  const count = length === null ? Number.POSITIVE_INFINITY : toInteger(length as FeelNumber);
  if (from === null || count === null || count < 1 || (length !== null && from + count > items(list).length))
    return null;
  return items(list).slice(from, from + count);
}

function distinct(list: Value[], run: Run): Value[] {
  const found: Value[] = [];
  for (const item of list) {
    run.work(found.length * weightOf(item));
    if (!found.some((known) => equals(known, item) === true)) found.push(item);
  }
  return found;
}

function flatten(list: Value[], run: Run): Value[] {
  run.work(list.length);
  return list.flatMap((item) => (Array.isArray(item) ? flatten(item, run) : [item]));
}

function replaceAt(list: Value[], position: Value | undefined, replacement: Value): Value {
  const at = indexOf(position, list.length);
  return at === null ? null : list.with(at, replacement);
}

function replaceWhere(list: Value[], match: FeelFunction, replacement: Value, run: Run): Value {
  const found = list.map((item) => invoke(match, [item, replacement], run));
  if (found.some((result) => typeof result !== 'boolean')) return null;
  return list.map((item, i) => (found[i] === true ? replacement : item));
}

/** By a function of the model; null if it gives no boolean. */
function sortBy(list: Value[], precedes: FeelFunction, run: Run): Value {
  let valid = true;
  const sorted = sort(list, (a, b) => {
    const result = invoke(precedes, [a, b], run);
    valid &&= typeof result === 'boolean';
    return result === true;
  });
  return valid ? sorted : null;
}

/** Merge sort: stable, and safe with a `precedes` that contradicts itself. */
function sort(list: Value[], precedes: (a: Value, b: Value) => boolean): Value[] {
  if (list.length < 2) return list;
  const middle = Math.floor(list.length / 2);
  const [left, right] = [sort(list.slice(0, middle), precedes), sort(list.slice(middle), precedes)];
  const merged: Value[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i] ?? null, right[j] ?? null];
    if (precedes(b, a)) {
      merged.push(b);
      j++;
    } else {
      merged.push(a);
      i++;
    }
  }
  return [...merged, ...left.slice(i), ...right.slice(j)];
}

function naturalSort(list: Value[]): Value {
  const comparable = list.every((item) => compareValues(item, list[0] ?? null) !== null);
  return comparable ? sort(list, (a, b) => (compareValues(a, b) ?? 0) < 0) : null;
}

export const LIST: Library = {
  'list contains': [
    signature('list: list, element: any', ([list, element], run) => {
      run.work(weightOf(items(list)));
      return items(list).some((item) => equals(item, element ?? null) === true);
    }),
  ],
  count: [signature('list: list', ([list]) => items(list).length)],
  min: listOrArguments(extreme(-1)),
  max: listOrArguments(extreme(1)),
  sum: listOrArguments(sum),
  mean: listOrArguments((list) => {
    const values = numbers(list);
    return values === null ? null : mean(values);
  }),
  product: listOrArguments((list) => {
    const values = numbers(list);
    return values === null ? null : fold(values, multiply);
  }),
  median: listOrArguments(median),
  stddev: listOrArguments(stddev),
  mode: listOrArguments(mode),
  all: listOrArguments(all(false)),
  any: listOrArguments(all(true)),
  and: listOrArguments(all(false)),
  or: listOrArguments(all(true)),
  sublist: [signature('list: list, start position: number, length?: number', sublist)],
  append: [
    signature('list: list?, ...item: any', ([list, ...added]) => [
      ...((list as Value[] | null) ?? [null]),
      ...added,
    ]),
  ],
  concatenate: [signature('...list: list', (lists) => (lists as Value[][]).flat())],
  'insert before': [
    signature('list: list, position: number, newItem: any', ([list, position, item]) => {
      const at = indexOf(position, items(list).length);
      return at === null ? null : items(list).toSpliced(at, 0, item ?? null);
    }),
  ],
  remove: [
    signature('list: list, position: number', ([list, position]) => {
      const at = indexOf(position, items(list).length);
      return at === null ? null : items(list).toSpliced(at, 1);
    }),
  ],
  'list replace': [
    signature('list: list, position: number, newItem: any', ([list, position, item]) =>
      replaceAt(items(list), position, item ?? null),
    ),
    signature('list: list, match: function, newItem: any', ([list, match, item], run) =>
      replaceWhere(items(list), match as FeelFunction, item ?? null, run),
    ),
  ],
  reverse: [signature('list: list', ([list]) => items(list).toReversed())],
  'index of': [
    signature('list: list, match: any', ([list, match], run) => {
      run.work(weightOf(items(list)));
      return items(list).flatMap((item, i) => (equals(item, match ?? null) === true ? [i + 1] : []));
    }),
  ],
  union: [signature('...list: list', (lists, run) => distinct((lists as Value[][]).flat(), run))],
  'distinct values': [signature('list: list', ([list], run) => distinct(items(list), run))],
  flatten: [signature('list: list', ([list], run) => flatten(items(list), run))],
  sort: [
    signature('list: list', ([list]) => naturalSort(items(list))),
    signature('list: list, precedes: function', ([list, precedes], run) =>
      sortBy(items(list), precedes as FeelFunction, run),
    ),
  ],
};
