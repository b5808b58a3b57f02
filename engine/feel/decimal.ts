/**
 * FEEL numbers: decimals of 34 digits (DMN 1.5, 10.3.2.3.1; IEEE 754-2008 decimal128, half even).
 *
 * A number is carried as a JavaScript number while its shortest text has at most 15 digits or it is a safe integer; that
 * number then *means* its decimal text, so `0.1 + 0.2 = 0.3` holds. Anything longer is a `Decimal`. Every operation
 * gives null where the result is not a number (division by zero, overflow).
 */
import { FeelObject } from './object.ts';

const PRECISION = 34;
const MAX_EXPONENT = 6144;
const MIN_EXPONENT = -6176;
/** Digits that survive the way decimal -> double -> shortest text. */
const EXACT_IN_DOUBLE = 15;
/** An integer power is exact up to here; beyond it the double is taken. */
const MAX_EXACT_POWER = 10_000;

/** `coefficient × 10^exponent`, at most 34 digits, no trailing zeros. */
export class Decimal extends FeelObject {
  readonly kind = 'number';
  readonly coefficient: bigint;
  readonly exponent: number;

  constructor(coefficient: bigint, exponent: number) {
    super();
    this.coefficient = coefficient;
    this.exponent = exponent;
  }
}

export type FeelNumber = number | Decimal;
export type Rounding = 'half_even' | 'half_up' | 'half_down' | 'up' | 'down' | 'floor' | 'ceiling';

interface Parts {
  c: bigint;
  e: number;
}

const POWERS: bigint[] = [1n];
function pow10(n: number): bigint {
  for (let i = POWERS.length; i <= n && i <= 100; i++) POWERS.push((POWERS[i - 1] as bigint) * 10n);
  return POWERS[n] ?? 10n ** BigInt(n);
}

function digitsOf(c: bigint): number {
  return (c < 0n ? -c : c).toString().length;
}

function partsOf(n: FeelNumber): Parts {
  if (typeof n !== 'number') return { c: n.coefficient, e: n.exponent };
  if (Number.isSafeInteger(n)) return { c: BigInt(n), e: 0 };
  const [mantissa = '0', exponent = '0'] = String(n).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { c: BigInt(whole + fraction), e: Number(exponent) - fraction.length };
}

/** Divides with the rounding given; `d` is positive. */
function divideRounded(n: bigint, d: bigint, mode: Rounding): bigint {
  const q = n / d;
  const r = n % d;
  if (r === 0n) return q;
  const sign = n < 0n ? -1n : 1n;
  const twice = (r < 0n ? -r : r) * 2n;
  const away =
    mode === 'up' ||
    (mode === 'floor' && sign < 0n) ||
    (mode === 'ceiling' && sign > 0n) ||
    (mode.startsWith('half') &&
      (twice > d || (twice === d && (mode === 'half_up' || (mode === 'half_even' && q % 2n !== 0n)))));
  return away ? q + sign : q;
}

function numberOf(c: bigint, e: number): FeelNumber | null {
  if (c === 0n) return 0;
  let coefficient = c;
  let exponent = e;
  const excess = digitsOf(coefficient) - PRECISION;
  if (excess > 0) {
    coefficient = divideRounded(coefficient, pow10(excess), 'half_even');
    exponent += excess;
  }
  while (coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  const digits = digitsOf(coefficient);
  if (digits + exponent - 1 > MAX_EXPONENT) return null;
  if (exponent < MIN_EXPONENT) return 0;
  if (digits <= EXACT_IN_DOUBLE && exponent > -300 && exponent < 290)
    return Number(`${coefficient}e${exponent}`);
  if (exponent >= 0 && digits + exponent <= 17) {
    const integer = Number(coefficient * pow10(exponent));
    if (Number.isSafeInteger(integer)) return integer;
  }
  return new Decimal(coefficient, exponent);
}

export function isNumber(value: unknown): value is FeelNumber {
  return typeof value === 'number' || value instanceof Decimal;
}

/** Reads `12`, `-1.5`, `.5`, `1e3`; null for anything else. */
export function parseNumber(text: string): FeelNumber | null {
  const match = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,5}))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const c = BigInt(whole + fraction);
  return numberOf(sign === '-' ? -c : c, Number(exponent) - fraction.length);
}

/** Plain decimal text, without exponent where it stays readable. */
export function formatNumber(n: FeelNumber): string {
  if (typeof n === 'number' && Number.isSafeInteger(n)) return String(n);
  const { c, e } = partsOf(n);
  const sign = c < 0n ? '-' : '';
  const digits = (c < 0n ? -c : c).toString();
  if (e >= 0) return e > 100 ? `${sign}${digits}E+${e}` : sign + digits + '0'.repeat(e);
  if (e < -400) return `${sign}${digits}E${e}`;
  const padded = digits.padStart(1 - e, '0');
  return `${sign}${padded.slice(0, e)}.${padded.slice(e)}`.replace(/\.?0+$/, '');
}

/** Nearest double, for JSON. */
export function toDouble(n: FeelNumber): number {
  return typeof n === 'number' ? n : Number(`${n.coefficient}e${n.exponent}`);
}

/** From a double that mathematics gave; NaN and infinities are null. */
export function fromDouble(n: number): number | null {
  return Number.isFinite(n) ? (n === 0 ? 0 : n) : null;
}

export function fromBigInt(n: bigint): FeelNumber | null {
  return numberOf(n, 0);
}

/** The number as a safe integer; null if it has a fraction or is too large. */
export function toInteger(n: FeelNumber): number | null {
  return typeof n === 'number' && Number.isSafeInteger(n) ? n : null;
}

/** The whole part as a safe integer, toward zero; null if it is too large. */
export function wholePart(n: FeelNumber): number | null {
  const whole = round(n, 0, 'down');
  return whole === null ? null : toInteger(whole);
}

/** Whole part, toward zero. */
export function toBigInt(n: FeelNumber): bigint {
  const { c, e } = partsOf(n);
  return e >= 0 ? c * pow10(e) : c / pow10(-e);
}

export function isInteger(n: FeelNumber): boolean {
  const { c, e } = partsOf(n);
  return e >= 0 || (-e <= 400 && c % pow10(-e) === 0n);
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return sum;
  }
  return addParts(partsOf(a), partsOf(b));
}

function addParts(p: Parts, q: Parts): FeelNumber | null {
  const high = p.e >= q.e ? p : q;
  const low = p.e >= q.e ? q : p;
  const shift = high.e - low.e;
  if (shift > 2 * PRECISION + digitsOf(low.c))
    return high.c === 0n ? numberOf(low.c, low.e) : numberOf(high.c, high.e);
  return numberOf(high.c * pow10(shift) + low.c, low.e);
}

export function negate(n: FeelNumber): FeelNumber {
  if (typeof n === 'number') return n === 0 ? 0 : -n;
  return new Decimal(-n.coefficient, n.exponent);
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return add(a, negate(b));
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(a) && Number.isSafeInteger(b))
      return product === 0 ? 0 : product;
  }
  const p = partsOf(a);
  const q = partsOf(b);
  return numberOf(p.c * q.c, p.e + q.e);
}

export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (compare(b, 0) === 0) return null;
  if (
    typeof a === 'number' &&
    typeof b === 'number' &&
    Number.isSafeInteger(a) &&
    Number.isSafeInteger(b) &&
    a % b === 0
  ) {
    return a === 0 ? 0 : a / b;
  }
  const p = partsOf(a);
  const q = partsOf(b);
  const shift = Math.max(0, PRECISION + 2 + digitsOf(q.c) - digitsOf(p.c));
  const [n, d] = q.c < 0n ? [-p.c, -q.c] : [p.c, q.c];
  const scaled = n * pow10(shift);
  const quotient = scaled / d;
  // A sticky digit keeps the later rounding to 34 digits right when the division does not end.
  const sticky = scaled % d === 0n ? 0n : scaled < 0n ? -1n : 1n;
  return numberOf(quotient * 10n + sticky, p.e - q.e - shift - 1);
}

/** a − b × floor(a ÷ b): the sign of the divisor (DMN 1.5, table 74). */
export function modulo(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (compare(b, 0) === 0) return null;
  const p = partsOf(a);
  const q = partsOf(b);
  const e = Math.min(p.e, q.e);
  if (Math.max(p.e, q.e) - e > 1000) return null;
  const x = p.c * pow10(p.e - e);
  const y = q.c * pow10(q.e - e);
  const r = x % y;
  return numberOf(r !== 0n && r < 0n !== y < 0n ? r + y : r, e);
}

export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  const n = toInteger(exponent);
  if (n === null || Math.abs(n) > MAX_EXACT_POWER) return fromDouble(toDouble(base) ** toDouble(exponent));
  let result: FeelNumber | null = 1;
  let square: FeelNumber | null = base;
  for (let rest = Math.abs(n); rest > 0 && result !== null; rest = Math.floor(rest / 2)) {
    if (square === null) return n < 0 ? 0 : null;
    if (rest % 2 === 1) result = multiply(result, square);
    if (rest > 1) square = multiply(square, square);
  }
  if (n >= 0) return result;
  return result === null ? 0 : divide(1, result);
}

/** Square root to 34 digits; null for a negative number. */
export function squareRoot(n: FeelNumber): FeelNumber | null {
  const { c, e } = partsOf(n);
  if (c < 0n) return null;
  if (c === 0n) return 0;
  let shift = Math.max(0, 2 * PRECISION + 4 - digitsOf(c));
  if ((e - shift) % 2 !== 0) shift++;
  const radicand = c * pow10(shift);
  let x = 10n ** BigInt(Math.ceil(digitsOf(radicand) / 2));
  for (;;) {
    const next = (x + radicand / x) / 2n;
    if (next >= x) break;
    x = next;
  }
  return numberOf(x, (e - shift) / 2);
}

export function compare(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  const p = partsOf(a);
  const q = partsOf(b);
  const byMagnitude = signOf(p.c) - signOf(q.c);
  if (byMagnitude !== 0) return Math.sign(byMagnitude);
  const order = digitsOf(p.c) + p.e - (digitsOf(q.c) + q.e);
  if (order !== 0) return Math.sign(order) * signOf(p.c);
  const e = Math.min(p.e, q.e);
  const x = p.c * pow10(p.e - e);
  const y = q.c * pow10(q.e - e);
  return x < y ? -1 : x > y ? 1 : 0;
}

function signOf(c: bigint): number {
  return c < 0n ? -1 : c > 0n ? 1 : 0;
}

/** Rounds to `scale` digits behind the point (negative: before it); null if the scale is out of range. */
export function round(n: FeelNumber, scale: number, mode: Rounding): FeelNumber | null {
  if (scale < -6111 || scale > 6176) return null;
  const { c, e } = partsOf(n);
  const drop = -scale - e;
  if (drop <= 0) return n;
  if (drop > digitsOf(c) + 1) {
    const up = mode === 'up' || (mode === 'ceiling' && c > 0n) || (mode === 'floor' && c < 0n);
    return up && c !== 0n ? numberOf(BigInt(signOf(c)), -scale) : 0;
  }
  return numberOf(divideRounded(c, pow10(drop), mode), -scale);
}
