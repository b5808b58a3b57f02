/** for, some, every (DMN 1.5, 10.3.2.14). */
import { compareValues } from '../compare.ts';
import { isNumber, toInteger } from '../decimal.ts';
import { dateFromDays } from '../temporal/text.ts';
import { FeelDate } from '../temporal/values.ts';
import { FeelRange, kindOf, newContext, type Run, type Value } from '../values.ts';
import type { Evaluate, Scope } from './scope.ts';

export interface CompiledIterator {
  name: string;
  source: Evaluate;
  to: Evaluate | null;
}

function integers(from: number, to: number, run: Run): number[] {
  run.work(Math.abs(to - from));
  const step = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + i * step);
}

/** The values between two bounds, both included, upward or downward; null if they cannot be counted through. */
function between(from: Value, to: Value, run: Run): Value[] | null {
  if (isNumber(from) && isNumber(to)) {
    const [a, b] = [toInteger(from), toInteger(to)];
    return a === null || b === null ? null : integers(a, b, run);
  }
  if (!(from instanceof FeelDate) || !(to instanceof FeelDate)) return null;
  return integers(from.days, to.days, run).map(dateFromDays);
}

function elements(source: Value, run: Run): Value[] | null {
  if (Array.isArray(source)) return source;
  if (!(source instanceof FeelRange)) return source === null ? null : [source];
  const downward = (compareValues(source.start, source.end) ?? 0) > 0;
  const all = downward ? null : between(source.start ?? null, source.end ?? null, run);
  return all?.slice(source.startIncluded ? 0 : 1, source.endIncluded ? undefined : -1) ?? null;
}

/** Calls `visit` with a scope for each combination of the iterators' values; null if one cannot be iterated over. */
export function iterate(
  iterators: CompiledIterator[],
  scope: Scope,
  visit: (scope: Scope) => 'stop' | undefined,
  index = 0,
): 'done' | 'stop' | null {
  const iterator = iterators[index];
  if (iterator === undefined) return visit(scope) ?? 'done';
  const run = scope.account;
  const source = iterator.source(scope);
  const values = iterator.to === null ? elements(source, run) : between(source, iterator.to(scope), run);
  if (values === null) {
    run.warn(`Cannot iterate over ${kindOf(source)}`);
    return null;
  }
  for (const value of values) {
    run.work(1);
    const named = newContext();
    named[iterator.name] = value;
    const outcome = iterate(iterators, scope.inner(named), visit, index + 1);
    if (outcome !== 'done') return outcome;
  }
  return 'done';
}

/** The list of the body's values; `partial` is the list so far. */
export function forReturn(iterators: CompiledIterator[], body: Evaluate, scope: Scope): Value {
  const partial: Value[] = [];
  const named = newContext();
  // What the body keeps of `partial` must not grow afterwards.
  const soFar = () => {
    scope.account.work(partial.length / 10);
    return partial.slice();
  };
  Object.defineProperty(named, 'partial', { enumerable: true, get: soFar });
  const outcome = iterate(iterators, scope.inner(named), (inner) => {
    partial.push(body(inner));
    return undefined;
  });
  return outcome === null ? null : partial;
}

/** some: true if one is true; every: false if one is false; null if that stays open. */
export function quantified(
  node: 'some' | 'every',
  iterators: CompiledIterator[],
  condition: Evaluate,
  scope: Scope,
): Value {
  const decisive = node === 'some';
  let open = false;
  const outcome = iterate(iterators, scope, (inner) => {
    const value = condition(inner);
    if (value === decisive) return 'stop';
    if (typeof value !== 'boolean') open = true;
    return undefined;
  });
  if (outcome === null) return null;
  if (outcome === 'stop') return decisive;
  return open ? null : !decisive;
}
