/** Literals: numbers, strings, `@"…"`. */
import { parseNumber } from '../decimal.ts';
import { parseTemporal } from '../temporal/text.ts';
import type { Cursor } from './cursor.ts';
import type { Node } from './tree.ts';

const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const STRING = /"((?:[^"\\]|\\[\s\S])*)"/y;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g;
const ESCAPED: Record<string, string> = { n: '\n', t: '\t', r: '\r', '"': '"', "'": "'", '\\': '\\' };

function withoutEscapes(text: string): string {
  return text.replace(ESCAPE, (whole, four?: string, six?: string, one?: string) => {
    const code = four ?? six;
    if (code !== undefined) {
      const point = Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }
    // An unknown escape stays as written: patterns such as "\d" are strings too.
    return ESCAPED[one ?? ''] ?? whole;
  });
}

/** The string that starts here; null if none does. */
export function takeString(cursor: Cursor): string | null {
  if (!cursor.sees('"')) return null;
  STRING.lastIndex = cursor.at;
  const match = STRING.exec(cursor.text);
  if (match === null) cursor.fail('A string is not closed');
  cursor.at += match[0].length;
  cursor.skip();
  const body = match[1] ?? '';
  return body.includes('\\') ? withoutEscapes(body) : body;
}

export function takeNumber(cursor: Cursor): Node | null {
  NUMBER.lastIndex = cursor.at;
  const match = NUMBER.exec(cursor.text);
  if (match === null) return null;
  const value = parseNumber(match[0]);
  cursor.at += match[0].length;
  cursor.skip();
  return { node: 'literal', value };
}

/** `@"2026-11-22"`; a text that is no date, time or duration is null. */
export function takeAtLiteral(cursor: Cursor): Node | null {
  if (!cursor.sees('@')) return null;
  cursor.at += 1;
  const text = takeString(cursor);
  if (text === null) cursor.fail('Expected a string behind "@"');
  return { node: 'literal', value: parseTemporal(text) };
}
