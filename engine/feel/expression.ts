/** Compiled FEEL texts, kept for the next time. */
import { compile } from './interpret/compile.ts';
import type { Evaluate } from './interpret/scope.ts';
import { FeelSyntaxError } from './syntax/cursor.ts';
import { isPlainName } from './syntax/names.ts';
import { type Scope as ParseScope, parseExpression, parseUnaryTests } from './syntax/parse.ts';

export type Kind = 'expression' | 'unaryTests';

/** A text made ready, or why it cannot be. */
export type Compiled = { evaluate: Evaluate; problem: null } | { evaluate: null; problem: string };

const MAX_CACHED = 5_000;
const cache = new Map<string, Compiled>();
const plain = new Map<string, boolean>();

function isPlain(name: string): boolean {
  let known = plain.get(name);
  if (known === undefined) {
    known = isPlainName(name);
    if (plain.size >= MAX_CACHED) plain.clear();
    plain.set(name, known);
  }
  return known;
}

/** Names with symbols or keywords in the values, which the text's meaning depends on. */
export function specialNames(values: object, depth = 0, found: string[] = []): string[] {
  for (const [key, value] of Object.entries(values)) {
    if (!Array.isArray(values) && !isPlain(key)) found.push(key);
    if (typeof value === 'object' && value !== null && depth < 4) specialNames(value, depth + 1, found);
  }
  return found;
}

/** Compiles a text; a text seen before with the same special names is not read again. */
export function compileText(text: string, kind: Kind, names: string[]): Compiled {
  const key = `${kind === 'expression' ? 'e' : 'u'}${names.length === 0 ? '' : names.join('\u0001')}\u0000${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const compiled = compileNew(text, kind, { names });
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, compiled);
  return compiled;
}

/** Compiles a text without keeping it. */
export function compileNew(text: string, kind: Kind, scope: ParseScope): Compiled {
  try {
    const node = kind === 'expression' ? parseExpression(text, scope) : parseUnaryTests(text, scope);
    return { evaluate: compile(node), problem: null };
  } catch (error) {
    if (error instanceof FeelSyntaxError) return { evaluate: null, problem: error.message };
    throw error;
  }
}
