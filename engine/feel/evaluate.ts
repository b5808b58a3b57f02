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
import { dateAndTime, FeelFunction, evaluate as feelinEvaluate, unaryTest as feelinUnaryTest } from 'feelin';
import type { Instant, Json, Variables } from '../types.ts';

/** What the caller lends to an expression. */
export interface Host {
  /** The moment `now()` and `today()` tell; without it they give null. */
  now?: Instant;
  /** Further functions by name; the name may have spaces (`working days after`). */
  functions?: Record<string, HostFunction>;
}

/** A function the host lends to FEEL. Arguments arrive as JSON (temporal values as ISO text). Must be pure; may throw: null. */
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
  return guarded(() => feelinEvaluate(expression, withHost(context, host)));
}

/** Whether `input` satisfies the unary tests (an input entry of a decision table); null where they cannot be compared. */
export function unaryTest(tests: string, input: Json, context: Variables, host: Host = {}): Evaluation {
  return guarded(() => feelinUnaryTest(tests, { ...withHost(context, host), '?': input }));
}

/** Why the expression does not parse, or null. `names` are the variables known to be in scope (needed if they have spaces). */
export function parse(
  expression: string,
  names: string[] = [],
  kind: 'expression' | 'unaryTests' = 'expression',
): string | null {
  const context = Object.fromEntries(names.map((name) => [name, null]));
  return kind === 'expression'
    ? evaluate(expression, context).problem
    : unaryTest(expression, null, context).problem;
}

function withHost(context: Variables, host: Host): Record<string, unknown> {
  const scope: Record<string, unknown> = { ...context };
  for (const [name, fn] of Object.entries(host.functions ?? {})) {
    scope[name] = new FeelFunction((...args: unknown[]) => fn.call(...args.map(toJson)), fn.parameters);
  }
  const now = host.now;
  if (now !== undefined) scope.now = new FeelFunction(() => dateAndTime(now), []);
  return scope;
}

function guarded(run: () => { value: unknown; warnings: { message: string }[] }): Evaluation {
  try {
    const { value, warnings } = run();
    return { value: toJson(value), problem: null, warnings: warnings.map((warning) => warning.message) };
  } catch (error) {
    return { value: null, problem: error instanceof Error ? error.message : String(error), warnings: [] };
  }
}

function toJson(value: unknown): Json {
  if (value === undefined || value === null || typeof value === 'function') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return JSON.parse(JSON.stringify(value)) as Json;
}
