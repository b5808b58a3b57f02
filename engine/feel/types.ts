/**
 * FEEL's types, conformance and the implicit conversions (DMN 1.5, 10.3.2.9): a singleton list where an element is wanted,
 * an element where a list is wanted, a date where a date and time is wanted. What does not fit becomes null.
 */
import { isNumber } from './decimal.ts';
import { FeelDate, FeelDateTime, FeelTime } from './temporal/values.ts';
import { FeelFunction, FeelRange, isContext, kindOf, type Value } from './values.ts';

export type FeelType =
  | { type: 'any' }
  | { type: 'null' }
  /** number, string, boolean, date, time, date and time, days and time duration, years and months duration */
  | { type: 'basic'; name: string }
  | { type: 'list'; of: FeelType }
  | { type: 'range'; of: FeelType }
  | { type: 'context'; entries: Record<string, FeelType> }
  | { type: 'function'; parameters: FeelType[] | null; result: FeelType }
  /** A type narrowed by allowed values. */
  | { type: 'constrained'; of: FeelType; allows: (value: Value) => boolean };

export const ANY: FeelType = { type: 'any' };

const BASIC = new Set([
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

const ALIASES: Record<string, FeelType> = {
  Any: ANY,
  Null: { type: 'null' },
  dateTime: { type: 'basic', name: 'date and time' },
  dayTimeDuration: { type: 'basic', name: 'days and time duration' },
  yearMonthDuration: { type: 'basic', name: 'years and months duration' },
  context: { type: 'context', entries: {} },
  list: { type: 'list', of: ANY },
  range: { type: 'range', of: ANY },
  function: { type: 'function', parameters: null, result: ANY },
};

/** A built-in type by name; null for an unknown name. */
export function namedType(name: string): FeelType | null {
  if (BASIC.has(name)) return { type: 'basic', name };
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? null) : null;
}

/** `instance of`: null is an instance of Null alone; allowed values do not count. */
export function isInstance(value: Value, type: FeelType): boolean {
  if (value === null) return type.type === 'null';
  return conforms(value, withoutConstraints(type));
}

function withoutConstraints(type: FeelType): FeelType {
  if (type.type === 'constrained') return withoutConstraints(type.of);
  if (type.type === 'list' || type.type === 'range') return { ...type, of: withoutConstraints(type.of) };
  if (type.type !== 'context') return type;
  const entries = Object.entries(type.entries).map(([key, of]) => [key, withoutConstraints(of)] as const);
  return { type: 'context', entries: Object.fromEntries(entries) };
}

function hasElementOf(value: FeelRange, type: FeelType): boolean {
  const ends = [value.start, value.end].filter((end) => end !== undefined && end !== null);
  return ends.every((end) => conforms(end as Value, type));
}

/** Whether the value may stand where the type is wanted; null may stand anywhere. */
export function conforms(value: Value, type: FeelType): boolean {
  if (value === null) return true;
  switch (type.type) {
    case 'any':
      return true;
    case 'null':
      return false;
    case 'basic':
      return type.name === 'number' ? isNumber(value) : kindOf(value) === type.name;
    case 'list':
      return Array.isArray(value) && value.every((item) => conforms(item, type.of));
    case 'range':
      return value instanceof FeelRange && hasElementOf(value, type.of);
    case 'context':
      return (
        isContext(value) &&
        Object.entries(type.entries).every(
          ([key, of]) => Object.hasOwn(value, key) && conforms(value[key] ?? null, of),
        )
      );
    case 'function':
      return value instanceof FeelFunction && functionConforms(value, type);
    case 'constrained':
      return conforms(value, type.of) && type.allows(value);
  }
}

function functionConforms(value: FeelFunction, type: FeelType & { type: 'function' }): boolean {
  if (type.parameters === null) return true;
  if (type.parameters.length !== value.parameters.length) return false;
  const accepts = type.parameters.every((wanted, i) =>
    typeConforms(wanted, value.parameters[i]?.type ?? ANY),
  );
  // What a function without a declared result gives is known only when it is called.
  return (
    accepts && (value.result === null || value.result === ANY || typeConforms(value.result, type.result))
  );
}

/** Whether every value of `a` is one of `b`. */
export function typeConforms(a: FeelType, b: FeelType): boolean {
  if (b.type === 'any') return true;
  if (a.type === 'constrained') return typeConforms(a.of, b.type === 'constrained' ? b.of : b);
  if (b.type === 'constrained' || a.type !== b.type) return a.type === 'null' && b.type !== 'constrained';
  if (a.type === 'basic') return b.type === 'basic' && a.name === b.name;
  if (a.type === 'list' || a.type === 'range')
    return (b.type === 'list' || b.type === 'range') && typeConforms(a.of, b.of);
  if (a.type === 'context' && b.type === 'context') {
    return Object.entries(b.entries).every(
      ([key, of]) => a.entries[key] !== undefined && typeConforms(a.entries[key], of),
    );
  }
  if (a.type === 'function' && b.type === 'function') {
    if (b.parameters === null) return true;
    const own = a.parameters;
    if (own === null || own.length !== b.parameters.length) return false;
    return (
      b.parameters.every((wanted, i) => typeConforms(wanted, own[i] ?? ANY)) &&
      typeConforms(a.result, b.result)
    );
  }
  return true;
}

/** The value as one of the type; `undefined` if it cannot be. */
export function coerce(value: Value, type: FeelType): Value | undefined {
  if (conforms(value, type)) return value;
  if (Array.isArray(value) && value.length === 1) {
    const only = value[0] ?? null;
    if (type.type !== 'list' && conforms(only, type)) return only;
  }
  if (type.type === 'list' && !Array.isArray(value) && conforms(value, type.of)) return [value];
  if (type.type === 'basic' && type.name === 'date and time' && value instanceof FeelDate) {
    return new FeelDateTime(value, new FeelTime(0, { offset: 0 }));
  }
  return undefined;
}
