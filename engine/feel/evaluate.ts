/**
 * FEEL for the engine: plain JSON in, plain JSON out, problems as values.
 *
 *     evaluate('số tiền > 5', { 'số tiền': 7 })             -> { value: true, problem: null, warnings: [] }
 *     evaluate('today() + @"P3D"', {}, { now })             -> { value: '2026-11-25', ... }
 *     evaluate('amount +', {})                              -> { value: null, problem: 'Expected an expression ...' }
 *     evaluate('missing > 5', {})                           -> { value: null, problem: null, warnings: ['...'] }
 *
 * Values that leave are plain JSON: dates, times and durations become their ISO 8601 text (`2026-11-25`,
 * `2026-11-25T08:00:00+07:00`, `P3D`), a context an object, a list an array, a range or a function null.
 * Values that enter are taken as they are: an ISO text stays a string until the model says `date(x)`.
 *
 * Nothing here throws, reads a clock or keeps state that could change a result: `now()` and `today()` come from
 * `host.now`, seen in Asia/Ho_Chi_Minh.
 */
import type { Instant, Json, Variables } from '../types.ts';
import { type Compiled, compileText, specialNames } from './expression.ts';
import { Account, Scope, TooMuchWork } from './interpret/scope.ts';
import { toJson } from './json.ts';
import { parseTemporal } from './temporal/text.ts';
import { ANY } from './types.ts';
import { type Context, FeelFunction, type Value } from './values.ts';

/** What the caller lends to an expression. */
export interface Host {
  /** The moment `now()` and `today()` tell; without it they give null. */
  now?: Instant;
  /** Further functions by name; the name may have spaces (`working days after`). */
  functions?: Record<string, HostFunction>;
}

/** A function the host lends to FEEL. Arguments arrive as JSON (temporal values as ISO text). Must be pure and not throw. */
export interface HostFunction {
  /** Parameter names, for named arguments. */
  parameters: string[];
  call: (...args: Json[]) => Json;
  /** `temporal`: an ISO text given back becomes a FEEL date, time, date and time or duration. Default: JSON as it is. */
  returns?: 'json' | 'temporal';
}

/** Outcome of an evaluation. */
export interface Evaluation {
  value: Json;
  /** Why the expression cannot be evaluated at all (does not parse, too long, too deep, too much work); else null. */
  problem: string | null;
  /** Why something in it became null: unknown variable or function, operands that do not fit. */
  warnings: string[];
}

/** Evaluates an expression; `context` holds the variables in scope. */
export function evaluate(expression: string, context: Variables, host: Host = {}): Evaluation {
  const compiled = compileText(expression, 'expression', namesOf(context, host));
  return run(compiled, context, host);
}

/** Whether `input` satisfies the unary tests (an input entry of a decision table); null where they cannot be compared. */
export function unaryTest(tests: string, input: Json, context: Variables, host: Host = {}): Evaluation {
  const compiled = compileText(tests, 'unaryTests', namesOf(context, host));
  return run(compiled, { ...context, '?': input }, host);
}

/** Why the text does not parse, or null. `names` are variables in scope; only those with symbols or keywords matter. */
export function parse(
  text: string,
  names: string[] = [],
  kind: 'expression' | 'unaryTests' = 'expression',
): string | null {
  return compileText(text, kind, specialNames(Object.fromEntries(names.map((name) => [name, null])))).problem;
}

function namesOf(context: Variables, host: Host): string[] {
  const names = specialNames(context);
  return host.functions === undefined
    ? names
    : [
        ...names,
        ...specialNames(Object.fromEntries(Object.keys(host.functions).map((name) => [name, null]))),
      ];
}

function run(compiled: Compiled, context: Variables, host: Host): Evaluation {
  if (compiled.evaluate === null) return { value: null, problem: compiled.problem, warnings: [] };
  const account = new Account(host.now ?? null);
  const outer = host.functions === undefined ? null : new Scope(functionsOf(host.functions), null, account);
  try {
    const value = toJson(compiled.evaluate(new Scope(context as Context, outer, account)));
    return { value, problem: null, warnings: account.warnings };
  } catch (error) {
    return { value: null, problem: problemOf(error), warnings: account.warnings };
  }
}

/** Too much work, or more stack or text than the platform has: the model's fault, not a bug. */
export function problemOf(error: unknown): string {
  if (error instanceof TooMuchWork) return error.message;
  if (error instanceof RangeError) return 'The expression needs more memory than an evaluation may use';
  throw error;
}

function functionsOf(functions: Record<string, HostFunction>): Context {
  const values: Context = {};
  for (const [name, fn] of Object.entries(functions)) {
    const parameters = fn.parameters.map((parameter) => ({ name: parameter, type: ANY }));
    values[name] = new FeelFunction(parameters, null, (args) => fromHost(fn, args));
  }
  return values;
}

function fromHost(fn: HostFunction, args: Value[]): Value {
  const result = fn.call(...args.map((arg) => toJson(arg)));
  return fn.returns === 'temporal' && typeof result === 'string' ? parseTemporal(result) : (result as Value);
}
