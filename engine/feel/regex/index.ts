/** `matches`, `replace`, `split` by XPath patterns (XPath functions 3.1, 5.6). */
import type { Run, Value } from '../values.ts';
import { translate } from './translate.ts';

export interface Pattern {
  expression: RegExp;
  /** Longest text it is tried on: JavaScript's matcher goes back, and its time must stay bounded. */
  maxLength: number;
  literal: boolean;
}

const patterns = new Map<string, Pattern | null>();
const MAX_PATTERNS = 500;
/** Ways the matcher may try at most. */
const MAX_WAYS = 1e8;
/** Longest text for repetition of what repeats itself: the ways may double with each character. */
const MAX_NESTED_LENGTH = 20;

/** Compiles a pattern; null if XPath does not allow it. */
export function compilePattern(pattern: string, flags: string): Pattern | null {
  const key = `${flags}/${pattern}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const compiled = compileNew(pattern, flags);
  if (patterns.size >= MAX_PATTERNS) patterns.clear();
  patterns.set(key, compiled);
  return compiled;
}

function compileNew(pattern: string, flags: string): Pattern | null {
  const translated = translate(pattern, flags);
  if (translated === null) return null;
  try {
    const expression = new RegExp(translated.source, `${translated.flags}g`);
    return { expression, maxLength: maxLengthOf(translated.source), literal: flags.includes('q') };
  } catch {
    return null;
  }
}

/** k repetitions in a row can split n characters in about n^k ways, from n places. */
function maxLengthOf(source: string): number {
  const plain = source.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'a');
  const repetitions = plain.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  const nested = /\)(?:[*+]|\{\d+,\d*\})/.test(plain) && (repetitions > 1 || plain.includes('|'));
  return nested ? MAX_NESTED_LENGTH : Math.floor(MAX_WAYS ** (1 / (repetitions + 1)));
}

function allowed(pattern: Pattern, text: string, run: Run): boolean {
  if (text.length <= pattern.maxLength) return true;
  run.warn('The text is too long for this pattern');
  return false;
}

export function matches(pattern: Pattern, text: string, run: Run): Value {
  if (!allowed(pattern, text, run)) return null;
  pattern.expression.lastIndex = 0;
  return pattern.expression.test(text);
}

/** `$1` is a group, `$0` the match, `\$` and `\\` themselves; anything else behind them is an error: null. */
export function replaceAll(pattern: Pattern, text: string, replacement: string, run: Run): Value {
  if (!allowed(pattern, text, run)) return null;
  if (!pattern.literal && !/^(?:[^\\$]|\\[\\$]|\$\d)*$/.test(replacement)) return null;
  if (new RegExp(pattern.expression.source, pattern.expression.flags.replace('g', '')).test('')) return null;
  return text.replace(pattern.expression, (...args: unknown[]) => {
    if (pattern.literal) return replacement;
    return replacement.replace(/\\([\\$])|\$(\d)/g, (_, escaped?: string, group?: string) => {
      if (escaped !== undefined) return escaped;
      const captured = args[Number(group)];
      return typeof captured === 'string' && Number(group) < args.length - 2 ? captured : '';
    });
  });
}

export function split(pattern: Pattern, text: string, run: Run): Value {
  if (!allowed(pattern, text, run)) return null;
  pattern.expression.lastIndex = 0;
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern.expression)) {
    if (match[0] === '') continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

/** The parts of the text that match, from left to right. */
export function extract(pattern: Pattern, text: string, run: Run): Value {
  if (!allowed(pattern, text, run)) return null;
  return [...text.matchAll(pattern.expression)].map(([match]) => match);
}
