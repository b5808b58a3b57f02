import { parseArgs } from 'node:util';
import { z } from 'zod';

/** The words after the command make no sense; shown with the usage. */
export class UsageError extends Error {}

export interface LawOptions {
  /** `show`, `dmn` or the name of a question. */
  command: string;
  /** Award to show; empty for a question. */
  award: string;
  date: string | undefined;
  overlay: string | undefined;
  input: string | undefined;
  batch: string | undefined;
  lang: 'vi' | 'en';
  /** Kind of nominee whose decision model is meant. */
  kind: 'person' | 'collective' | undefined;
}

/** Commands about one award, which is named after them. */
export const awardCommands: readonly string[] = ['show', 'dmn'];

/** Reads the words after `vinhdanh law`. @throws UsageError */
export function parseOptions(args: readonly string[], questions: readonly string[]): LawOptions {
  const { values, positionals } = parseWords(args);
  const { date, overlay, input, batch, lang = 'vi', kind } = values;
  const [command = '', award = '', ...rest] = positionals;
  const isAboutAward = awardCommands.includes(command);
  if (command === '') throw new UsageError('A question is missing.');
  if (!isAboutAward && !questions.includes(command))
    throw new UsageError(`There is no question "${command}".`);
  if (isAboutAward && (award === '' || rest.length > 0)) throw new UsageError('Name one award.');
  if (!isAboutAward && award !== '') throw new UsageError('A question takes no further words.');
  if (!isAboutAward && (input === undefined) === (batch === undefined))
    throw new UsageError('Give either --input or --batch.');
  if (date !== undefined && !isDay(date)) throw new UsageError('--date is a day, YYYY-MM-DD.');
  if (lang !== 'vi' && lang !== 'en') throw new UsageError('--lang is vi or en.');
  if (kind !== undefined && kind !== 'person' && kind !== 'collective')
    throw new UsageError('--kind is person or collective.');
  return { command, award, date, overlay, input, batch, lang, kind };
}

/** Is the text a day that exists, `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

function parseWords(args: readonly string[]) {
  const text = { type: 'string' as const };
  const options = { date: text, overlay: text, input: text, batch: text, lang: text, kind: text };
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (problem) {
    throw new UsageError((problem as Error).message);
  }
}
