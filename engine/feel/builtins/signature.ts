/** How built-in functions are declared and called. */

import { isNumber } from '../decimal.ts';
import { FeelObject } from '../object.ts';
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from '../temporal/values.ts';
import { ANY, coerce, type FeelType, namedType } from '../types.ts';
import { FeelFunction, isTemporal, kindOf, type Run, type Value } from '../values.ts';

interface Slot {
  name: string;
  type: FeelType;
  optional: boolean;
  /** null is an argument like any other; elsewhere it makes the result null. */
  nullable: boolean;
  rest: boolean;
}

interface Overload {
  slots: Slot[];
  run: (args: Value[], run: Run) => Value;
}

/** A built-in function: several signatures under one name. */
export class Builtin extends FeelObject {
  readonly kind = 'function';
  readonly name: string;
  readonly overloads: Overload[];

  constructor(name: string, overloads: Overload[]) {
    super();
    this.name = name;
    this.overloads = overloads;
  }
}

const UNIONS: Record<string, (value: Value) => boolean> = {
  point: (value) => isNumber(value) || typeof value === 'string' || isTemporal(value),
  duration: (value) => value instanceof DaysDuration || value instanceof MonthsDuration,
  'date or date and time': (value) => value instanceof FeelDate || value instanceof FeelDateTime,
  'time or date and time': (value) => value instanceof FeelTime || value instanceof FeelDateTime,
};

function typeOf(name: string): FeelType {
  const allows = UNIONS[name];
  if (allows !== undefined) return { type: 'constrained', of: ANY, allows };
  return name === 'any' ? ANY : (namedType(name) ?? ANY);
}

/**
 * Declares one signature: `'string: string, start position: number, length?: number'`. `?` behind a name: may be left
 * out; `?` behind a type: may be null; `...`: any number of arguments, handed over one by one.
 */
export function signature(text: string, run: (args: Value[], run: Run) => Value): Overload {
  const slots =
    text === ''
      ? []
      : text.split(', ').map((part): Slot => {
          const [name = '', type = 'any'] = part.split(': ');
          return {
            name: name.replace('...', '').replace('?', ''),
            type: typeOf(type.replace('?', '')),
            optional: name.endsWith('?'),
            nullable: type === 'any' || type.endsWith('?') || name.endsWith('?'),
            rest: name.startsWith('...'),
          };
        });
  return { slots, run };
}

/** Arguments brought to a signature's types; null if they do not fit it. */
function argumentsFor(overload: Overload, args: (Value | undefined)[]): Value[] | null {
  const { slots } = overload;
  const last = slots.at(-1);
  if (args.length > slots.length && !last?.rest) return null;
  const fitted: Value[] = [];
  for (let i = 0; i < Math.max(slots.length, args.length); i++) {
    const slot = slots[i] ?? (last as Slot);
    const given = args[i];
    if (given === undefined) {
      if (!slot.optional && !slot.rest) return null;
      if (slot.optional) fitted.push(null);
      continue;
    }
    if (given === null && !slot.nullable) return null;
    const value = coerce(given, slot.type);
    if (value === undefined) return null;
    fitted.push(value);
  }
  return fitted;
}

function sizeOf(value: Value): number {
  if (Array.isArray(value)) return 1 + value.length;
  return typeof value === 'string' ? 1 + value.length / 100 : 1;
}

function runFirstFitting(
  builtin: Builtin,
  run: Run,
  argsFor: (overload: Overload) => (Value | undefined)[] | null,
): Value {
  for (const overload of builtin.overloads) {
    const args = argsFor(overload);
    const ready = args === null ? null : argumentsFor(overload, args);
    if (ready !== null) {
      run.work(ready.reduce<number>((sum, arg) => sum + sizeOf(arg), 1));
      const result = overload.run(ready, run);
      run.work(sizeOf(result));
      return result;
    }
  }
  return null;
}

export function invokeBuiltin(builtin: Builtin, args: Value[], run: Run): Value {
  const result = runFirstFitting(builtin, run, () => args);
  if (result === null) run.warn(`${builtin.name}() gives null for (${args.map(kindOf).join(', ')})`);
  return result;
}

/** Named arguments choose the signature that has all of the names. */
export function invokeBuiltinNamed(builtin: Builtin, args: Record<string, Value>, run: Run): Value {
  const result = runFirstFitting(builtin, run, ({ slots }) => {
    if (Object.keys(args).some((name) => !slots.some((slot) => slot.name === name))) return null;
    return slots.flatMap((slot) => {
      const value = Object.hasOwn(args, slot.name) ? args[slot.name] : undefined;
      return slot.rest && Array.isArray(value) ? value : [value];
    });
  });
  if (result === null)
    run.warn(`${builtin.name}() gives null for the named arguments (${Object.keys(args).join(', ')})`);
  return result;
}

/** The built-in function as a value, e.g. as an argument of `sort`. */
export function asFunction(builtin: Builtin): FeelFunction {
  const slots = builtin.overloads[0]?.slots ?? [];
  const parameters = slots.map(({ name, type }) => ({ name, type }));
  return new FeelFunction(parameters, null, (args, run) => invokeBuiltin(builtin, args, run));
}

/** Functions by name. */
export type Library = Record<string, Overload[]>;
