/** Arithmetic, comparison and three-valued logic (DMN 1.5, 10.3.2.8 to 10.3.2.15). */
import { compareValues, equals, rangeIncludes } from '../compare.ts';
import {
  add,
  divide,
  type FeelNumber,
  isNumber,
  multiply,
  negate as negateNumber,
  power,
  subtract,
} from '../decimal.ts';
import type { ArithmeticOperator, ComparisonOperator } from '../syntax/tree.ts';
import {
  addTemporal,
  divideDuration,
  multiplyDuration,
  negateTemporal,
  subtractTemporal,
} from '../temporal/arithmetic.ts';
import { FeelRange, isTemporal, kindOf, type Run, type Value } from '../values.ts';
import { weightOf } from '../weight.ts';

const NUMERIC: Record<ArithmeticOperator, (a: FeelNumber, b: FeelNumber) => FeelNumber | null> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};

/** The operation's result; null, with a warning, for operands that it has no meaning for. */
export function arithmetic(operator: ArithmeticOperator, a: Value, b: Value, run: Run): Value {
  if (isNumber(a) && isNumber(b)) {
    const result = NUMERIC[operator](a, b);
    if (result === null) run.warn(`The result of ${operator} is no number (division by zero, or too large)`);
    return result;
  }
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') {
    run.work((a.length + b.length) / 100);
    return a + b;
  }
  const result = otherArithmetic(operator, a, b);
  if (result === null) run.warn(`Cannot apply ${operator} to ${kindOf(a)} and ${kindOf(b)}`);
  return result;
}

function otherArithmetic(operator: ArithmeticOperator, a: Value, b: Value): Value {
  if (isTemporal(a) && isTemporal(b)) {
    if (operator === '+') return addTemporal(a, b);
    if (operator === '-') return subtractTemporal(a, b);
    return operator === '/' ? divideDuration(a, b) : null;
  }
  if (isTemporal(a) && isNumber(b)) {
    if (operator === '*') return multiplyDuration(a, b);
    return operator === '/' ? divideDuration(a, b) : null;
  }
  return operator === '*' && isNumber(a) && isTemporal(b) ? multiplyDuration(b, a) : null;
}

export function negate(operand: Value, run: Run): Value {
  const result = isNumber(operand)
    ? negateNumber(operand)
    : isTemporal(operand)
      ? negateTemporal(operand)
      : null;
  if (result === null) run.warn(`Cannot negate ${kindOf(operand)}`);
  return result;
}

export function comparison(operator: ComparisonOperator, a: Value, b: Value, run: Run): Value {
  if (typeof a !== 'number') run.work(weightOf(a));
  if (operator === '=' || operator === '!=') {
    const equal = equals(a, b);
    if (equal === null) run.warn(`Cannot compare ${kindOf(a)} with ${kindOf(b)}`);
    return equal === null ? null : equal === (operator === '=');
  }
  const order = compareValues(a, b);
  if (order === null) {
    run.warn(`Cannot compare ${kindOf(a)} with ${kindOf(b)}`);
    return null;
  }
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Kleene's and: false wins over null; whatever is not a boolean counts as null. */
export function and(left: Value, right: () => Value): Value {
  if (left === false) return false;
  const value = right();
  if (value === false) return false;
  return left === true && value === true ? true : null;
}

/** Kleene's or: true wins over null. */
export function or(left: Value, right: () => Value): Value {
  if (left === true) return true;
  const value = right();
  if (value === true) return true;
  return left === false && value === false ? false : null;
}

/**
 * Whether a value satisfies one test: it lies in the range, is an element of the list (or lies in a range of it), or
 * equals the value. null where they cannot be compared.
 */
export function satisfies(value: Value, test: Value, run: Run): boolean | null {
  if (typeof test === 'object') run.work(weightOf(test));
  if (test instanceof FeelRange && !(value instanceof FeelRange)) return rangeIncludes(test, value);
  const equal = equals(value, test);
  if (equal === true || !Array.isArray(test)) return equal;
  // A list is tested against whole lists in it first, then as a set of tests.
  const results = test.map((item) => satisfies(value, item, run));
  if (results.includes(true)) return true;
  return equal === false || results.length === 0 || results.includes(false) ? false : null;
}
