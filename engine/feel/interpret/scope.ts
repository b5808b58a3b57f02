/** Scopes of names, and the account of one evaluation. */

import { normalizeName } from '../syntax/names.ts';
import type { FeelType } from '../types.ts';
import { type Context, FeelFunction, isContext, newContext, type Run, type Value } from '../values.ts';

/** The expression asks for more than an evaluation may do. */
export class TooMuchWork extends Error {}

/** Steps of one evaluation: iterations, items and characters handled (in hundreds); and the weight of its result. */
export const MAX_WORK = 2_000_000;
/** Calls inside calls; a recursive function that does not end stops here. */
const MAX_CALLS = 500;
const MAX_WARNINGS = 20;

export class Account implements Run {
  readonly warnings: string[] = [];
  readonly now: string | null;
  private used = 0;
  private calls = 0;

  constructor(now: string | null) {
    this.now = now;
  }

  work(units: number): void {
    this.used += units;
    if (this.used > MAX_WORK) throw new TooMuchWork('The expression takes too many steps');
  }

  warn(message: string): void {
    if (this.warnings.length < MAX_WARNINGS && !this.warnings.includes(message)) this.warnings.push(message);
  }

  /** Runs a function's body one call deeper. */
  call(body: () => Value): Value {
    if (++this.calls > MAX_CALLS) throw new TooMuchWork('Functions call each other too deeply');
    const result = body();
    this.calls--;
    return result;
  }
}

/** Names and values, looked up from the innermost scope outward. */
export class Scope {
  readonly values: Context;
  readonly parent: Scope | null;
  readonly account: Account;

  constructor(values: Context, parent: Scope | null, account: Account) {
    this.values = values;
    this.parent = parent;
    this.account = account;
  }

  inner(values: Context): Scope {
    return new Scope(values, this, this.account);
  }

  /** The value of a name; undefined if no scope has it. */
  find(name: string): Value | undefined {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      if (Object.hasOwn(scope.values, name)) return scope.values[name] ?? null;
    }
    return undefined;
  }
}

/** A compiled expression. */
export type Evaluate = (scope: Scope) => Value;

/** An entry of a context by name; undefined if there is none. Blanks around symbols do not count. */
export function entryOf(context: Context, name: string): Value | undefined {
  if (Object.hasOwn(context, name)) return context[name] ?? null;
  if (!/[^\p{L}\p{N}_]/u.test(name)) return undefined;
  const wanted = normalizeName(name);
  const key = Object.keys(context).find((candidate) => normalizeName(candidate) === wanted);
  return key === undefined ? undefined : (context[key] ?? null);
}

/** A function whose body runs in the scope it was written in. */
export function closure(
  parameters: { name: string; type: FeelType | null }[],
  result: FeelType | null,
  scope: Scope,
  body: Evaluate,
): FeelFunction {
  return new FeelFunction(parameters, result, (args) => {
    const values = newContext();
    parameters.forEach((parameter, i) => {
      values[parameter.name] = args[i] ?? null;
    });
    return scope.account.call(() => body(scope.inner(values)));
  });
}

export { isContext };
