/**
 * Names with spaces and symbols. FEEL allows `số tiền`, `date of birth` and even `a-b` as names, so what a text means depends
 * on the names in scope. Words side by side are one name without being declared (nothing else could stand there); a
 * name that holds a keyword or a symbol must be known: it is in scope, or built in.
 */

/** Words that end a name unless a known name holds them. */
export const KEYWORDS = new Set([
  'and',
  'between',
  'else',
  'every',
  'external',
  'for',
  'function',
  'if',
  'in',
  'instance',
  'null',
  'or',
  'return',
  'satisfies',
  'some',
  'then',
  'true',
  'false',
]);

const WORD =
  /[?\p{L}\p{Nl}_\u{10000}-\u{EFFFF}][?\p{L}\p{Nl}\p{N}\p{M}_\u00b7\p{Join_Control}\u203f\u2040\u{10000}-\u{EFFFF}]*/uy;
const REST = /[?\p{L}\p{Nl}\p{N}\p{M}_\u00b7\p{Join_Control}\u203f\u2040\u{10000}-\u{EFFFF}]+/uy;
const SPACE = /[\s\u0085\u200b\ufeff]+/uy;
const SYMBOL = /\*\*|[./\-'’+*]/y;
const QUOTED = /`[^`\n]+`/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** The word that starts at `at`, or null. */
export function wordAt(text: string, at: number): string | null {
  return matchAt(WORD, text, at);
}

/** The run of letters and digits at `at` (a later part of a name may start with a digit), or null. */
export function partAt(text: string, at: number): string | null {
  return matchAt(REST, text, at);
}

/** A name in backticks, as Camunda writes those with symbols; null if none starts here. */
export function quotedAt(text: string, at: number): { name: string; end: number } | null {
  const quoted = matchAt(QUOTED, text, at);
  return quoted === null ? null : { name: withSingleBlanks(quoted.slice(1, -1)), end: at + quoted.length };
}

/** The name that is declared at `at`: words and symbols up to a keyword or what cannot stand in a name; null if none. */
export function declaredAt(text: string, at: number): { name: string; end: number } | null {
  const first = wordAt(text, at);
  if (first === null || KEYWORDS.has(first)) return null;
  let end = at + first.length;
  for (;;) {
    const next = end + spaceAt(text, end);
    const part = matchAt(SYMBOL, text, next) ?? partAt(text, next);
    if (part === null || KEYWORDS.has(part) || text.startsWith('/*', next) || text.startsWith('//', next))
      break;
    end = next + part.length;
  }
  return { name: withSingleBlanks(text.slice(at, end)), end };
}

function withSingleBlanks(name: string): string {
  return name.replace(/[\s\u00a0]+/g, ' ').trim();
}

export function spaceAt(text: string, at: number): number {
  return matchAt(SPACE, text, at)?.length ?? 0;
}

/** The name's parts, words and symbols, joined by one blank: `a-b` and `a - b` are the same name. */
export function normalizeName(name: string): string {
  const parts: string[] = [];
  for (let at = 0; at < name.length; ) {
    const part = matchAt(SYMBOL, name, at) ?? partAt(name, at);
    if (part !== null) parts.push(part);
    at += part?.length ?? 1;
  }
  return parts.join(' ');
}

/** Whether the name is read without being known: words only, none of them a keyword. */
export function isPlainName(name: string): boolean {
  if (!/^[?\p{L}_]/u.test(name)) return true;
  return name.split(/\s+/).every((word) => !KEYWORDS.has(word) && partAt(word, 0) === word);
}

/** The names with symbols or keywords known at some place, found by longest match. */
export class Names {
  private readonly byNormalized = new Map<string, string>();
  private readonly prefixes = new Set<string>();
  private readonly parent: Names | null;

  constructor(names: Iterable<string>, parent: Names | null = null) {
    this.parent = parent;
    for (const name of names) if (!isPlainName(name)) this.add(name);
  }

  private add(name: string): void {
    const normalized = normalizeName(name);
    this.byNormalized.set(normalized, name);
    for (let at = normalized.indexOf(' '); at >= 0; at = normalized.indexOf(' ', at + 1)) {
      this.prefixes.add(normalized.slice(0, at));
    }
  }

  /** These names and further ones. */
  with(names: string[]): Names {
    return names.every(isPlainName) ? this : new Names(names, this);
  }

  private find(normalized: string): string | undefined {
    return this.byNormalized.get(normalized) ?? this.parent?.find(normalized);
  }

  private begins(normalized: string): boolean {
    return this.prefixes.has(normalized) || (this.parent?.begins(normalized) ?? false);
  }

  /** The longest known name at `start`, and where it ends; null if none begins there. */
  longestAt(text: string, start: number): { name: string; end: number } | null {
    let found: { name: string; end: number } | null = null;
    let normalized = '';
    for (let at = start; at < text.length; ) {
      const part = normalized === '' ? wordAt(text, at) : (matchAt(SYMBOL, text, at) ?? partAt(text, at));
      if (part === null) break;
      at += part.length;
      normalized = normalized === '' ? part : `${normalized} ${part}`;
      const name = this.find(normalized);
      if (name !== undefined) found = { name, end: at };
      if (!this.begins(normalized)) break;
      at += spaceAt(text, at);
    }
    return found;
  }
}

/** Names of functions and types that hold a keyword. */
export const BUILT_IN_NAMES = new Names([
  'date and time',
  'years and months duration',
  'days and time duration',
  'get or else',
]);
