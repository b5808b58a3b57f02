/**
 * The values of FEEL. JSON's are carried as they are; numbers too long for a double, temporal values, ranges and
 * functions are `FeelObject`s; every other object is a context.
 */
import { Decimal, type FeelNumber } from './decimal.ts';
import { FeelObject } from './object.ts';
import type { Temporal } from './temporal/values.ts';
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './temporal/values.ts';
import type { FeelType } from './types.ts';

export type Value =
  | null
  | boolean
  | string
  | FeelNumber
  | Temporal
  | FeelRange
  | FeelFunction
  | Value[]
  | Context;

export interface Context {
  [key: string]: Value;
}

/** A range. An end that a comparison leaves open (`> 5`) is `undefined`; an end written `null` matches nothing. */
export class FeelRange extends FeelObject {
  readonly kind = 'range';
  readonly start: Value | undefined;
  readonly end: Value | undefined;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  /** Written as the comparison `(=5)`: it holds what `[5..5]` holds, but is another range (DMN 1.5, table 42). */
  readonly equality: boolean;

  constructor(
    start: Value | undefined,
    end: Value | undefined,
    startIncluded: boolean,
    endIncluded: boolean,
    equality = false,
  ) {
    super();
    this.equality = equality;
    this.start = start;
    this.end = end;
    this.startIncluded = startIncluded;
    this.endIncluded = endIncluded;
  }
}

export interface Parameter {
  name: string;
  type: FeelType | null;
}

/** What a function can do while it runs: count its work and say why it gave null. */
export interface Run {
  /** Counts work; throws `TooMuchWork` beyond the limit. */
  work(units: number): void;
  warn(message: string): void;
  /** The moment `now()` tells, as ISO 8601; null if the caller gave none. */
  readonly now: string | null;
}

/** A function value. `invoke` gets one value per parameter, already of its type. */
export class FeelFunction extends FeelObject {
  readonly kind = 'function';
  readonly parameters: Parameter[];
  readonly result: FeelType | null;
  readonly invoke: (args: Value[], run: Run) => Value;

  constructor(parameters: Parameter[], result: FeelType | null, invoke: (args: Value[], run: Run) => Value) {
    super();
    this.parameters = parameters;
    this.result = result;
    this.invoke = invoke;
  }
}

export function isContext(value: Value | undefined): value is Context {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof FeelObject)
  );
}

/** A context without inherited names, so that `__proto__` is a key like any other. */
export function newContext(): Context {
  return Object.create(null) as Context;
}

export function isTemporal(value: Value | undefined): value is Temporal {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof DaysDuration ||
    value instanceof MonthsDuration
  );
}

/** FEEL's name of the value's type. */
export function kindOf(value: Value): string {
  if (value === null) return 'null';
  if (value instanceof FeelObject) return value.kind;
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'context' : typeof value;
}

export { Decimal, FeelObject };
