/**
 * Variables live in visits: a process, a mapped input, an item of a loop. A name is looked up from the visit outwards to
 * its process; a called process does not see its caller's. Values are JSON and never changed in place.
 */
import { evaluate as evaluateFeel, type Host } from './feel/evaluate.ts';
import type { DataCopy, Expression, Mapping, Node } from './model/graph.ts';
import type { Run } from './run.ts';
import type { Visit } from './state.ts';
import { Stuck } from './stuck.ts';
import type { Json, Variables } from './types.ts';

/** Everything visible from `visit`. Not to be changed. */
export function contextOf(run: Run, visit: Visit): Variables {
  const known = run.contexts.get(visit.id);
  if (known) return known;
  const outer = isBarrier(run, visit) ? {} : contextOf(run, run.scopeOf(visit));
  const context = visit.variables ? { ...outer, ...visit.variables } : outer;
  run.contexts.set(visit.id, context);
  return context;
}

/** A process hides what is around it. */
function isBarrier(run: Run, visit: Visit): boolean {
  return visit.scope === null || run.nodeOf(visit).kind === 'process';
}

/** Sets variables of the visit itself. */
export function setLocal(run: Run, visit: Visit, variables: Variables): void {
  visit.variables = { ...visit.variables, ...variables };
  run.variablesChanged();
}

/** Sets each variable where it lives, seen from `visit`; a new one in the process. */
export function propagate(run: Run, visit: Visit, variables: Variables): void {
  for (const name in variables) {
    let owner = visit;
    while (!isBarrier(run, owner) && !(owner.variables && Object.hasOwn(owner.variables, name))) {
      owner = run.scopeOf(owner);
    }
    owner.variables = { ...owner.variables, [name]: variables[name] as Json };
    run.variablesChanged();
  }
}

/**
 * Evaluates an expression where `visit` is; `extra` are names that only this expression sees.
 * Throws Stuck if it cannot be evaluated, or became null because of something unknown in it.
 */
export function evaluate(
  run: Run,
  visit: Visit,
  expression: Expression,
  extra?: Variables,
  functions?: NonNullable<Host['functions']>,
): Json {
  if ('value' in expression) return expression.value;
  if ('language' in expression) {
    throw new Stuck('expression_failed', `${expression.text}: this is ${expression.language}, not FEEL`);
  }
  const context = contextOf(run, visit);
  const { value, problem, warnings } = evaluateFeel(
    expression.feel,
    extra ? { ...context, ...extra } : context,
    functions ? { now: run.now, functions } : { now: run.now },
  );
  const failure = problem ?? (value === null ? warnings[0] : undefined);
  if (failure !== undefined) throw new Stuck('expression_failed', `${expression.feel}: ${failure}`);
  return value;
}

/** Whether a condition holds. Throws Stuck if it gives anything but true or false. */
export function holds(run: Run, visit: Visit, condition: Expression, extra?: Variables): boolean {
  const value = evaluate(run, visit, condition, extra);
  if (typeof value !== 'boolean') throw unexpected(condition, 'true or false', value);
  return value;
}

/** The text an expression gives. Throws Stuck for anything but a string (numbers are written out). */
export function textOf(run: Run, visit: Visit, expression: Expression): string {
  const value = evaluate(run, visit, expression);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw unexpected(expression, 'a text', value);
  return value;
}

/** A list of texts, as FEEL or separated by commas. */
export function textsOf(run: Run, visit: Visit, expression: Expression | undefined): string[] {
  if (!expression) return [];
  const value = evaluate(run, visit, expression);
  if (typeof value === 'string') {
    return value
      .split(',')
      .map((text) => text.trim())
      .filter((text) => text !== '');
  }
  if (!Array.isArray(value) || !value.every((text) => typeof text === 'string')) {
    throw unexpected(expression, 'a list of texts', value);
  }
  return value;
}

export function unexpected(expression: Expression, wanted: string, value: Json): Stuck {
  const source = 'value' in expression ? JSON.stringify(expression.value) : sourceOf(expression);
  return new Stuck('unexpected_value', `${source}: expected ${wanted}, got ${JSON.stringify(value)}`);
}

const sourceOf = (expression: Exclude<Expression, { value: Json }>) =>
  'feel' in expression ? expression.feel : expression.text;

/** Data that is read, then input mappings: variables of the visit itself, each seeing those before it. */
export function applyInputs(run: Run, visit: Visit, node: Node): void {
  if (node.reads) setLocal(run, visit, copied(run, visit, node.reads));
  for (const { source, target } of node.inputs ?? []) {
    setLocal(run, visit, place(visit.variables ?? {}, target, evaluate(run, visit, source)));
  }
}

/**
 * What the work gave goes out: through the output mappings if there are any, else each variable to where it lives; and
 * to the data that is written.
 */
export function applyOutputs(run: Run, visit: Visit, node: Node, variables: Variables): void {
  if (visit.role === 'body') propagate(run, visit, variables);
  else if (node.writes) writeData(run, visit, node, node.writes, variables);
  else if (node.outputs) applyOutputMappings(run, visit, node.outputs, variables);
  else propagate(run, visit, variables);
}

/** The data outputs of an element are variables of its own. */
function writeData(run: Run, visit: Visit, node: Node, writes: DataCopy[], variables: Variables): void {
  const outputs = new Set(writes.flatMap((copy) => ('variable' in copy ? copy.variable : [])));
  const own = Object.entries(variables).filter(([name]) => outputs.has(name));
  const others = Object.entries(variables).filter(([name]) => !outputs.has(name));
  setLocal(run, visit, Object.fromEntries(own));
  if (node.outputs) applyOutputMappings(run, visit, node.outputs, Object.fromEntries(others));
  else propagate(run, visit, Object.fromEntries(others));
  const scope = visit.scope === null ? visit : run.scopeOf(visit);
  propagate(run, scope, copied(run, visit, writes));
}

/** What data associations copy, seen from `visit`. */
function copied(run: Run, visit: Visit, copies: DataCopy[]): Variables {
  const context = contextOf(run, visit);
  let results: Variables = {};
  for (const copy of copies) {
    if ('source' in copy) {
      results = { ...results, ...place(results, copy.target, evaluate(run, visit, copy.source)) };
    } else if (Object.hasOwn(context, copy.variable)) {
      results[copy.target] = context[copy.variable] as Json;
    }
  }
  return results;
}

function applyOutputMappings(run: Run, visit: Visit, outputs: Mapping[], variables: Variables): void {
  setLocal(run, visit, variables);
  const results = mapped(run, visit, outputs);
  propagate(run, visit.scope === null ? visit : run.scopeOf(visit), results);
}

function mapped(run: Run, visit: Visit, mappings: Mapping[]): Variables {
  const context = contextOf(run, visit);
  let results: Variables = {};
  for (const { source, target } of mappings) {
    const [name] = target.split('.') as [string];
    // A path adds to what the variable already holds outside.
    const known = Object.hasOwn(results, name) ? results : pick(context, name);
    results = { ...results, ...place(known, target, evaluate(run, visit, source)) };
  }
  return results;
}

function pick(context: Variables, name: string): Variables {
  return Object.hasOwn(context, name) ? { [name]: context[name] as Json } : {};
}

/** `{}` with `value` at the path `target`, keeping what `known` has beside it. */
function place(known: Variables, target: string, value: Json): Variables {
  const [name, ...path] = target.split('.') as [string, ...string[]];
  return { [name]: put(known[name], path, value) };
}

function put(known: Json | undefined, path: string[], value: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const context = known !== null && typeof known === 'object' && !Array.isArray(known) ? known : {};
  return { ...context, [name]: put(context[name], rest, value) };
}
