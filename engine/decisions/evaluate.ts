import { problemOf } from '../feel/evaluate.ts';
import { Account, Scope } from '../feel/interpret/scope.ts';
import { toJson } from '../feel/json.ts';
import { type Context, isContext, type Value } from '../feel/values.ts';
import type { Instant, Json, Variables } from '../types.ts';
import type { DecisionModel } from './model.ts';
import { Evaluation, type Given, Runtime } from './runtime.ts';

export interface DecisionResult {
  value: Json;
  /** Why there is no value, or why a part of it became null; empty if nothing went wrong. */
  problems: DecisionTrouble[];
}

export interface DecisionTrouble {
  /**
   * `unknown_decision`; `invalid_input`: a value given is not of its declared type and counted as null (DMN 1.5, 10.3.2.9);
   * `decision_failed`: too much work; `decision_warning`: something inside became null; `model_invalid`: the model has an
   * error, which may or may not concern this decision.
   */
  code: 'unknown_decision' | 'invalid_input' | 'decision_failed' | 'decision_warning' | 'model_invalid';
  message: string;
  /** Name of the input data, with `invalid_input`. */
  input?: string;
}

const runtimes = new WeakMap<DecisionModel, Runtime>();

/** The model made ready; kept as long as the model is. */
export function runtimeOf(model: DecisionModel): Runtime {
  let runtime = runtimes.get(model);
  if (runtime === undefined) {
    runtime = new Runtime(model);
    runtimes.set(model, runtime);
  }
  return runtime;
}

/**
 * Evaluates a decision, or invokes a decision service, by id or name. `input` holds the input data by name (those of an
 * imported model under the import's name); ISO texts become dates where the input's type wants one. A decision's name
 * in `input` takes the place of its evaluation. `now` is the moment `now()` and `today()` tell.
 */
export function evaluateDecision(
  model: DecisionModel,
  decision: string,
  input: Variables,
  now: Instant | null,
): DecisionResult {
  return evaluateAs(toJson, model, decision, input as Context, now);
}

/** The same with FEEL values in and out. */
export function evaluateToValue(
  model: DecisionModel,
  decision: string,
  input: Context,
  now: Instant | null,
): Outcome<Value> {
  return evaluateAs((value) => value, model, decision, input, now);
}

interface Outcome<T> {
  value: T | null;
  problems: DecisionTrouble[];
}

/** What `leaving` makes of the decision's value, within the same bounds of work. */
function evaluateAs<T>(
  leaving: (value: Value) => T,
  model: DecisionModel,
  decision: string,
  input: Context,
  now: Instant | null,
): Outcome<T> {
  const runtime = runtimeOf(model);
  const node = runtime.find(decision);
  if (node === undefined) {
    const message = `The model has no decision ${JSON.stringify(decision)}`;
    return { value: null, problems: [{ code: 'unknown_decision', message }] };
  }
  const account = new Account(now);
  const evaluation = new Evaluation(runtime, givenBy(model, input), new Scope(input, null, account));
  try {
    const value = leaving(node.kind === 'service' ? evaluation.service(node) : evaluation.valueOf(node));
    const problems: DecisionTrouble[] = evaluation.rejected.map(({ input, given, wanted }) => ({
      code: 'invalid_input',
      message: `The input "${input}" is a ${given} and cannot be read as ${wanted}`,
      input,
    }));
    for (const message of account.warnings) problems.push({ code: 'decision_warning', message });
    return { value, problems };
  } catch (error) {
    return { value: null, problems: [{ code: 'decision_failed', message: problemOf(error) }] };
  }
}

/** Input by name, or under the name some file imports the namespace by. */
function givenBy(model: DecisionModel, input: Context): Given {
  const own = (context: Context, name: string) =>
    Object.hasOwn(context, name) ? (context[name] ?? null) : undefined;
  return {
    find(namespace, name) {
      const direct = own(input, name);
      if (direct !== undefined) return direct;
      const imports = model.definitions.flatMap((definitions) => definitions.imports);
      for (const candidate of imports.filter((one) => one.namespace === namespace)) {
        const group = own(input, candidate.name);
        const value = isContext(group) ? own(group, name) : undefined;
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}
