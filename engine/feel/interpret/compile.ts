/** Turns the tree of an expression into a function of a scope, once per text. */
import { BUILTINS } from '../builtins/index.ts';
import { asFunction, type Builtin } from '../builtins/signature.ts';
import { compareValues } from '../compare.ts';
import type { ContextEntry, Iterator, Node } from '../syntax/tree.ts';
import { isInstance } from '../types.ts';
import { FeelFunction, FeelRange, newContext, type Value } from '../values.ts';
import { weightOf } from '../weight.ts';
import { filter, property } from './access.ts';
import { type Callable, call, callNamed } from './call.ts';
import { type CompiledIterator, forReturn, quantified } from './iteration.ts';
import { and, arithmetic, comparison, negate, or, satisfies } from './operators.ts';
import { closure, type Evaluate, type Scope } from './scope.ts';

export function compile(node: Node): Evaluate {
  switch (node.node) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'name':
      return compileName(node.name);
    case 'path': {
      const source = compile(node.source);
      return (scope) => property(source(scope), node.name, scope.account);
    }
    case 'filter': {
      const source = compile(node.source);
      const condition = compile(node.condition);
      return (scope) => filter(source(scope), condition, scope);
    }
    case 'call': {
      const target = compileTarget(node.target);
      const args = node.args.map(compile);
      return (scope) => {
        const fn = target(scope);
        return call(
          fn,
          args.map((arg) => arg(scope)),
          scope.account,
        );
      };
    }
    case 'named call': {
      const target = compileTarget(node.target);
      const args = compileEntries(node.args);
      return (scope) => {
        const fn = target(scope);
        return callNamed(
          fn,
          Object.fromEntries(args.map(({ key, value }) => [key, value(scope)])),
          scope.account,
        );
      };
    }
    case 'arithmetic': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (scope) => arithmetic(node.operator, left(scope), right(scope), scope.account);
    }
    case 'negate': {
      const operand = compile(node.operand);
      return (scope) => negate(operand(scope), scope.account);
    }
    case 'compare': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (scope) => comparison(node.operator, left(scope), right(scope), scope.account);
    }
    case 'and': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (scope) => and(left(scope), () => right(scope));
    }
    case 'or': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (scope) => or(left(scope), () => right(scope));
    }
    case 'between':
      return compileBetween(node);
    case 'in': {
      const value = compile(node.value);
      const tests = node.tests.map(compileTest);
      return (scope) => anyOf(tests, value(scope), scope);
    }
    case 'instance of': {
      const compiled = compile(node.value);
      return (scope) => {
        const value = compiled(scope);
        scope.account.work(weightOf(value));
        return isInstance(value, node.type);
      };
    }
    case 'range':
      return compileRange(node);
    case 'comparison test': {
      const input = compileName('?');
      const test = compileTest(node);
      return (scope) => (scope.find('?') === undefined ? input(scope) : test(input(scope), scope));
    }
    case 'if': {
      const [condition, then, otherwise] = [compile(node.condition), compile(node.then), compile(node.else)];
      return (scope) => (condition(scope) === true ? then(scope) : otherwise(scope));
    }
    case 'for': {
      const iterators = compileIterators(node.iterators);
      const body = compile(node.body);
      return (scope) => forReturn(iterators, body, scope);
    }
    case 'some':
    case 'every': {
      const iterators = compileIterators(node.iterators);
      const condition = compile(node.condition);
      return (scope) => quantified(node.node, iterators, condition, scope);
    }
    case 'list': {
      const items = node.items.map(compile);
      return (scope) => {
        scope.account.work(items.length / 10);
        return items.map((item) => item(scope));
      };
    }
    case 'context':
      return compileContext(node.entries);
    case 'function': {
      const body = node.body === null ? null : compile(node.body);
      return (scope) => closure(node.parameters, null, scope, body ?? external);
    }
    case 'unary tests':
      return compileUnaryTests(node);
  }
}

/** Functions outside FEEL (Java, PMML) are not called: a decision is data, not code. */
function external(scope: Scope): Value {
  scope.account.warn('External functions are not supported');
  return null;
}

function compileName(name: string): Evaluate {
  const builtin = BUILTINS.get(name);
  const value = builtin === undefined ? undefined : asFunction(builtin);
  return (scope) => {
    const inScope = scope.find(name);
    // A variable that is null is known, and hides a built-in function of its name.
    const found = inScope === undefined ? value : inScope;
    if (found === undefined) scope.account.warn(`Unknown variable "${name}"`);
    return found ?? null;
  };
}

/** What is called: a function in scope, else a built-in one. Data named `date` or `count` hides no function. */
function compileTarget(node: Node): (scope: Scope) => Callable | Value {
  if (node.node !== 'name') return compile(node);
  const { name } = node;
  const builtin: Builtin | undefined = BUILTINS.get(name);
  return (scope) => {
    const inScope = scope.find(name);
    const found = inScope instanceof FeelFunction ? inScope : (builtin ?? inScope);
    if (found === undefined) scope.account.warn(`Unknown function "${name}"`);
    return found ?? null;
  };
}

function compileBetween(node: Node & { node: 'between' }): Evaluate {
  const [value, low, high] = [compile(node.value), compile(node.low), compile(node.high)];
  return (scope) => {
    const subject = value(scope);
    return and(comparison('>=', subject, low(scope), scope.account), () =>
      comparison('<=', subject, high(scope), scope.account),
    );
  };
}

function compileRange(node: Node & { node: 'range' }): Evaluate {
  const start = node.start === null ? null : compile(node.start);
  const end = node.end === null ? null : compile(node.end);
  return (scope) => {
    const [low, high] = [start?.(scope), end?.(scope)];
    const comparable =
      low === undefined ||
      high === undefined ||
      low === null ||
      high === null ||
      compareValues(low, high) !== null;
    if (!comparable) scope.account.warn('The ends of the range are of different types');
    return comparable ? new FeelRange(low, high, node.startIncluded, node.endIncluded, node.equality) : null;
  };
}

function compileEntries(entries: ContextEntry[]): { key: string; value: Evaluate }[] {
  return entries.map(({ key, value }) => ({ key, value: compile(value) }));
}

/** Each entry sees the entries before it; a key given twice makes the whole null. */
function compileContext(nodes: ContextEntry[]): Evaluate {
  const entries = compileEntries(nodes);
  const repeated = new Set(entries.map(({ key }) => key)).size < entries.length;
  return (scope) => {
    if (repeated) {
      scope.account.warn('A key is given twice');
      return null;
    }
    scope.account.work(entries.length);
    const context = newContext();
    const inner = scope.inner(context);
    for (const { key, value } of entries) context[key] = value(inner);
    return context;
  };
}

function compileIterators(iterators: Iterator[]): CompiledIterator[] {
  return iterators.map(({ name, source, to }) => ({
    name,
    source: compile(source),
    to: to === null ? null : compile(to),
  }));
}

type Test = (value: Value, scope: Scope) => boolean | null;

/** A test of an input entry or behind `in`. A test that speaks of `?` is a condition; any other one is compared. */
function compileTest(node: Node): Test {
  if (node.node === 'comparison test') {
    const operand = compile(node.operand);
    return (value, scope) =>
      comparison(node.operator, value, operand(scope), scope.account) as boolean | null;
  }
  const test = compile(node);
  if (mentionsInput(node)) {
    return (value, scope) => {
      const result = test(scope.inner({ '?': value }));
      return typeof result === 'boolean' ? result : null;
    };
  }
  return (value, scope) => {
    const wanted = test(scope);
    const result = satisfies(value, wanted, scope.account);
    if (result === null) scope.account.warn('The value and the test cannot be compared');
    return result;
  };
}

function anyOf(tests: Test[], value: Value, scope: Scope): boolean | null {
  let open = false;
  for (const test of tests) {
    const result = test(value, scope);
    if (result === true) return true;
    if (result === null) open = true;
  }
  return open ? null : false;
}

function compileUnaryTests(node: Node & { node: 'unary tests' }): Evaluate {
  const tests = node.tests.map(compileTest);
  return (scope) => {
    if (tests.length === 0) return true;
    const result = anyOf(tests, scope.find('?') ?? null, scope);
    return node.negated && result !== null ? !result : result;
  };
}

function mentionsInput(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(mentionsInput);
  if (typeof node !== 'object' || node === null) return false;
  if ('node' in node && node.node === 'name') return 'name' in node && node.name === '?';
  if ('node' in node && node.node === 'literal') return false;
  return Object.values(node).some(mentionsInput);
}
