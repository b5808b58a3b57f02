/** Functions on numbers (DMN 1.5, table 74). */
import {
  compare,
  type FeelNumber,
  fromDouble,
  isInteger,
  modulo,
  negate,
  type Rounding,
  round,
  squareRoot,
  toBigInt,
  toDouble,
  toInteger,
  wholePart,
} from '../decimal.ts';
import { negateTemporal } from '../temporal/arithmetic.ts';
import { DaysDuration, type MonthsDuration } from '../temporal/values.ts';
import type { Value } from '../values.ts';
import { type Library, signature } from './signature.ts';

const num = (value: Value | undefined) => value as FeelNumber;

function rounding(mode: Rounding) {
  return (args: Value[]): Value => {
    const scale = toInteger(num(args[1] ?? 0));
    return scale === null ? null : round(num(args[0]), scale, mode);
  };
}

/** decimal() takes a scale with a fraction as its whole part. */
function toScale([n, scale]: Value[]): Value {
  const integer = wholePart(num(scale));
  return integer === null ? null : round(num(n), integer, 'half_even');
}

function isEven(n: Value | undefined): boolean | null {
  return isInteger(num(n)) ? toBigInt(num(n)) % 2n === 0n : null;
}

function absDuration(value: DaysDuration | MonthsDuration): Value {
  const negative = value instanceof DaysDuration ? value.nanos < 0n : value.months < 0;
  return negative ? negateTemporal(value) : value;
}

export const NUMBER: Library = {
  decimal: [signature('n: number, scale: number', toScale)],
  floor: [
    signature('n: number', rounding('floor')),
    signature('n: number, scale: number', rounding('floor')),
  ],
  ceiling: [
    signature('n: number', rounding('ceiling')),
    signature('n: number, scale: number', rounding('ceiling')),
  ],
  'round up': [signature('n: number, scale: number', rounding('up'))],
  'round down': [signature('n: number, scale: number', rounding('down'))],
  'round half up': [signature('n: number, scale: number', rounding('half_up'))],
  'round half down': [signature('n: number, scale: number', rounding('half_down'))],
  abs: [
    signature('n: number', ([n]) => (compare(num(n), 0) < 0 ? negate(num(n)) : num(n))),
    signature('n: duration', ([n]) => absDuration(n as DaysDuration | MonthsDuration)),
  ],
  modulo: [signature('dividend: number, divisor: number', ([a, b]) => modulo(num(a), num(b)))],
  sqrt: [signature('number: number', ([n]) => squareRoot(num(n)))],
  log: [
    signature('number: number', ([n]) =>
      compare(num(n), 0) > 0 ? fromDouble(Math.log(toDouble(num(n)))) : null,
    ),
  ],
  exp: [signature('number: number', ([n]) => fromDouble(Math.exp(toDouble(num(n)))))],
  odd: [
    signature('number: number', ([n]) => {
      const even = isEven(n);
      return even === null ? null : !even;
    }),
  ],
  even: [signature('number: number', ([n]) => isEven(n))],
};
