/** What a cell of a decision table compares its input with. */
import { compile } from '../../../feel/interpret/compile.ts';
import { Account, Scope, TooMuchWork } from '../../../feel/interpret/scope.ts';
import { FeelSyntaxError } from '../../../feel/syntax/cursor.ts';
import { parseExpression, parseUnaryTests } from '../../../feel/syntax/parse.ts';
import type { Node } from '../../../feel/syntax/tree.ts';
import { FeelRange, isTemporal, type Value } from '../../../feel/values.ts';

/** Functions that make a value of a text: `date("2026-01-01")`. */
const CONSTRUCTORS = new Set(['date', 'time', 'date and time', 'duration', 'number', 'string']);

/** Answers to the input, not values, and what may take long to work out, also where all their parts are constant. */
const NO_CONSTANTS = new Set<string>([
  'unary tests',
  'comparison test',
  'for',
  'some',
  'every',
  'filter',
  'function',
] satisfies Node['node'][]);

/**
 * The values where the cell's answer may change: between two neighbouring ones it gives the same answer for every input.
 * null if that cannot be told, because the cell looks at variables or calls functions.
 */
export function pointsOf(tests: string): Value[] | null {
  try {
    return pointsIn(parseUnaryTests(tests, { names: [] }));
  } catch (error) {
    if (error instanceof FeelSyntaxError) return null;
    throw error;
  }
}

/** The value of an expression that needs no input; undefined if it needs some, or does not parse. */
export function constantOf(text: string): Value | undefined {
  try {
    const node = parseExpression(text, { names: [] });
    return isConstant(node) ? evaluated(node) : undefined;
  } catch (error) {
    if (error instanceof FeelSyntaxError) return undefined;
    throw error;
  }
}

function pointsIn(node: Node): Value[] | null {
  if (isConstant(node)) return ends(evaluated(node));
  switch (node.node) {
    case 'unary tests':
      return all(node.tests);
    case 'list':
      return all(node.items);
    case 'and':
    case 'or':
      return all([node.left, node.right]);
    case 'comparison test':
      return pointsIn(node.operand);
    case 'compare':
      return isInput(node.left)
        ? constants([node.right])
        : isInput(node.right)
          ? constants([node.left])
          : null;
    case 'between':
      return isInput(node.value) ? constants([node.low, node.high]) : null;
    case 'in':
      return isInput(node.value) ? all(node.tests) : null;
    case 'call':
      return isNamed(node.target, 'not') && node.args.length === 1 ? all(node.args) : null;
    case 'name':
      return isInput(node) ? [true, false] : null;
    default:
      return null;
  }
}

function all(nodes: Node[]): Value[] | null {
  const points = nodes.map(pointsIn);
  return points.includes(null) ? null : points.flatMap((some) => some ?? []);
}

function constants(nodes: Node[]): Value[] | null {
  return nodes.every(isConstant) ? all(nodes) : null;
}

/** The single values a test compares with; null for one that is no point on a line (a context, a function). */
function ends(value: Value | undefined): Value[] | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) {
    const points = value.map(ends);
    return points.includes(null) ? null : points.flatMap((some) => some ?? []);
  }
  // An end that is left open is no point.
  if (value instanceof FeelRange) return ends([value.start ?? [], value.end ?? []]);
  return value === null || typeof value !== 'object' || isTemporal(value) || 'coefficient' in value
    ? [value]
    : null;
}

function evaluated(node: Node): Value | undefined {
  try {
    return compile(node)(new Scope({}, null, new Account(null)));
  } catch (error) {
    if (error instanceof TooMuchWork) return undefined;
    throw error;
  }
}

/** Whether the value depends on nothing: no name in it but those of constructors. */
function isConstant(node: Node): boolean {
  return !mentionsNames(node);
}

function mentionsNames(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(mentionsNames);
  if (typeof part !== 'object' || part === null) return false;
  if (!('node' in part)) return Object.values(part).some(mentionsNames);
  const node = part as Node;
  if (node.node === 'name') return true;
  if (node.node === 'literal') return false;
  if (NO_CONSTANTS.has(node.node)) return true;
  if (node.node === 'call' && node.target.node === 'name' && CONSTRUCTORS.has(node.target.name))
    return mentionsNames(node.args);
  return Object.values(node).some(mentionsNames);
}

function isInput(node: Node): boolean {
  return isNamed(node, '?');
}

function isNamed(node: Node, name: string): boolean {
  return node.node === 'name' && node.name === name;
}
