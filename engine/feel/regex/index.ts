/** `matches`, `replace`, `split` by XPath patterns (XPath functions 3.1, 5.6). */
import type { Run, Value } from '../values.ts';
import { compileProgram, type Program } from './program.ts';
import { type Match, Search, widthAt } from './search.ts';

export type { Program };

const programs = new Map<string, Program | null>();
const MAX_PROGRAMS = 500;

/** Compiles a pattern; null if XPath does not allow it. */
export function compilePattern(pattern: string, flags: string): Program | null {
  const key = `${flags}/${pattern}`;
  let program = programs.get(key);
  if (program === undefined) {
    program = compileProgram(pattern, flags);
    if (programs.size >= MAX_PROGRAMS) programs.clear();
    programs.set(key, program);
  }
  return program;
}

export function matches(program: Program, text: string, run: Run): Value {
  return new Search(program, text, run).from(0) !== null;
}

/** The matches that take something, from left to right. */
function* matchesIn(program: Program, text: string, run: Run): Generator<Match> {
  const search = new Search(program, text, run);
  for (let from = 0; from <= text.length; ) {
    const match = search.from(from);
    if (match === null) return;
    if (match.end > match.start) yield match;
    from = match.end > match.start ? match.end : match.end + widthAt(text, match.end);
  }
}

/**
 * `$1` is a group, `$0` the match, `\$` and `\\` themselves; anything else behind them is an error: null, as is a pattern that
 * matches nothing at all.
 */
export function replaceAll(program: Program, text: string, replacement: string, run: Run): Value {
  if (!program.literal && !/^(?:[^\\$]|\\[\\$]|\$\d)*$/.test(replacement)) return null;
  if (new Search(program, '', run).from(0) !== null) return null;
  let result = '';
  let from = 0;
  for (const match of matchesIn(program, text, run)) {
    const put = program.literal ? replacement : filledIn(replacement, text, match);
    run.work(put.length / 100);
    result += text.slice(from, match.start) + put;
    from = match.end;
  }
  return result + text.slice(from);
}

/** As many digits behind `$` name a group as there are groups for. */
function filledIn(replacement: string, text: string, { start, end, groups }: Match): string {
  return replacement.replace(/\\([\\$])|\$(\d{1,4})/g, (_, escaped?: string, digits = '') => {
    if (escaped !== undefined) return escaped;
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) > groups.length) length--;
    const index = Number(digits.slice(0, length));
    return (index === 0 ? text.slice(start, end) : (groups[index - 1] ?? '')) + digits.slice(length);
  });
}

export function split(program: Program, text: string, run: Run): Value {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of matchesIn(program, text, run)) {
    parts.push(text.slice(from, start));
    from = end;
  }
  return [...parts, text.slice(from)];
}

/** The parts of the text that match, from left to right. */
export function extract(program: Program, text: string, run: Run): Value {
  return Array.from(matchesIn(program, text, run), ({ start, end }) => text.slice(start, end));
}
