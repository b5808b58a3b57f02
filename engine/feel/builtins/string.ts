/** Functions on strings (DMN 1.5, table 71). Positions count characters (code points) from 1. */
import { type FeelNumber, wholePart } from '../decimal.ts';
import { compilePattern, matches, replaceAll, split } from '../regex/index.ts';
import type { Run, Value } from '../values.ts';
import { type Library, signature } from './signature.ts';

const str = (value: Value | undefined) => value as string;

function substring([text, start, length]: Value[]): Value {
  const characters = Array.from(str(text));
  const from = wholePart(start as FeelNumber);
  const count = length === null ? Number.POSITIVE_INFINITY : wholePart(length as FeelNumber);
  if (from === null || from === 0 || count === null || count < 1) return null;
  const begin = from > 0 ? from - 1 : characters.length + from;
  if (begin < 0 || begin > characters.length) return null;
  return characters.slice(begin, begin + count).join('');
}

function matchesPattern([input, pattern, flags]: Value[], run: Run): Value {
  const compiled = compilePattern(str(pattern), (flags as string | null) ?? '');
  return compiled === null ? null : matches(compiled, str(input), run);
}

function replacePattern([input, pattern, replacement, flags]: Value[], run: Run): Value {
  const compiled = compilePattern(str(pattern), (flags as string | null) ?? '');
  return compiled === null ? null : replaceAll(compiled, str(input), str(replacement), run);
}

function splitByPattern([text, delimiter]: Value[], run: Run): Value {
  const compiled = compilePattern(str(delimiter), '');
  return compiled === null ? null : split(compiled, str(text), run);
}

function join([list, delimiter]: Value[]): Value {
  const items = (list as Value[]).filter((item) => item !== null);
  if (items.some((item) => typeof item !== 'string')) return null;
  return items.join((delimiter as string | null) ?? '');
}

export const STRING: Library = {
  substring: [signature('string: string, start position: number, length?: number', substring)],
  'string length': [signature('string: string', ([text]) => Array.from(str(text)).length)],
  'upper case': [signature('string: string', ([text]) => str(text).toUpperCase())],
  'lower case': [signature('string: string', ([text]) => str(text).toLowerCase())],
  'substring before': [
    signature('string: string, match: string', ([text, match]) =>
      str(text).slice(0, Math.max(0, str(text).indexOf(str(match)))),
    ),
  ],
  'substring after': [
    signature('string: string, match: string', ([text, match]) => {
      const at = str(text).indexOf(str(match));
      return at < 0 ? '' : str(text).slice(at + str(match).length);
    }),
  ],
  contains: [signature('string: string, match: string', ([text, match]) => str(text).includes(str(match)))],
  'starts with': [
    signature('string: string, match: string', ([text, match]) => str(text).startsWith(str(match))),
  ],
  'ends with': [
    signature('string: string, match: string', ([text, match]) => str(text).endsWith(str(match))),
  ],
  matches: [signature('input: string, pattern: string, flags?: string', matchesPattern)],
  replace: [signature('input: string, pattern: string, replacement: string, flags?: string', replacePattern)],
  split: [signature('string: string, delimiter: string', splitByPattern)],
  'string join': [signature('list: list, delimiter?: string', join)],
};
