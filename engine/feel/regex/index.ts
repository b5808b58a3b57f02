/** `matches`, `replace`, `split` by XPath patterns (XPath functions 3.1, 5.6). */
import type { Run, Value } from '../values.ts';
import { translate } from './translate.ts';

export interface Pattern {
  expression: RegExp;
  /** Whether the matcher may go back over an unbounded number of ways. */
  ambiguous: boolean;
  literal: boolean;
}

const patterns = new Map<string, Pattern | null>();
const MAX_PATTERNS = 500;
/** Longest text a pattern with nested repetition is tried on: JavaScript's matcher may need exponential time. */
const MAX_AMBIGUOUS_LENGTH = 20;
const MAX_LENGTH = 100_000;

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
    return { expression, ambiguous: isAmbiguous(translated.source), literal: flags.includes('q') };
  } catch {
    return null;
  }
}

/** Repetition of what repeats, or three repetitions in a row of texts that may share characters. */
function isAmbiguous(source: string): boolean {
  const plain = source.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'a');
  const unbounded = plain.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  return /\)(?:[*+]|\{\d+,\d*\})/.test(plain) ? unbounded > 1 || plain.includes('|') : unbounded > 3;
}

function allowed(pattern: Pattern, text: string, run: Run): boolean {
  if (text.length <= (pattern.ambiguous ? MAX_AMBIGUOUS_LENGTH : MAX_LENGTH)) return true;
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
