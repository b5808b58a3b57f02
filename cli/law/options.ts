import { parseArgs } from 'node:util';

/** The words after the command make no sense; shown with the usage. */
export class UsageError extends Error {}

export interface LawOptions {
  /** `show` or the name of a question. */
  command: string;
  /** Award to show; empty for a question. */
  award: string;
  date: string | undefined;
  overlay: string | undefined;
  input: string | undefined;
  batch: string | undefined;
  lang: 'vi' | 'en';
}

/** Reads the words after `vinhdanh law`. @throws UsageError */
export function parseOptions(args: readonly string[], questions: readonly string[]): LawOptions {
  const { values, positionals } = parseWords(args);
  const { date, overlay, input, batch, lang = 'vi' } = values;
  const [command = '', award = '', ...rest] = positionals;
  const isShow = command === 'show';
  if (command === '') throw new UsageError('A question is missing.');
  if (!isShow && !questions.includes(command)) throw new UsageError(`There is no question "${command}".`);
  if (isShow && (award === '' || rest.length > 0)) throw new UsageError('Name one award.');
  if (!isShow && award !== '') throw new UsageError('A question takes no further words.');
  if (!isShow && (input === undefined) === (batch === undefined))
    throw new UsageError('Give either --input or --batch.');
  if (date !== undefined && !isDay(date)) throw new UsageError('--date is a day, YYYY-MM-DD.');
  if (lang !== 'vi' && lang !== 'en') throw new UsageError('--lang is vi or en.');
  return { command, award, date, overlay, input, batch, lang };
}

/** Does the text look like `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function parseWords(args: readonly string[]) {
  const text = { type: 'string' as const };
  const options = { date: text, overlay: text, input: text, batch: text, lang: text };
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (problem) {
    throw new UsageError((problem as Error).message);
  }
}
