import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { eligibilityDmn } from '../domain/eligibility/eligibility.ts';
import { LawError } from '../domain/law/law-error.ts';
import { awardRule, type RuleSet } from '../domain/law/rule-set.ts';
import { localDate } from '../engine/time/local-date.ts';
import { type OverlayFile, openLaw } from './law/context.ts';
import { deadlineQuestion } from './law/deadline.ts';
import { eligibilityQuestion } from './law/eligibility.ts';
import { moneyQuestion } from './law/money.ts';
import { dateLineQuestion, numberQuestion } from './law/number.ts';
import { isDay, type LawOptions, parseOptions, UsageError } from './law/options.ts';
import { type Question, QuestionError } from './law/question.ts';
import { quorumQuestion } from './law/quorum.ts';
import { showAward } from './law/show.ts';
import { awardCodeOf } from './law/spellings.ts';
import { tallyQuestion } from './law/tally.ts';

const questions: Record<string, Question> = {
  eligibility: eligibilityQuestion,
  deadline: deadlineQuestion,
  tally: tallyQuestion,
  quorum: quorumQuestion,
  money: moneyQuestion,
  number: numberQuestion,
  'date-line': dateLineQuestion,
};

const usage = `Usage: vinhdanh law ${Object.keys(questions).join('|')} (--input JSON | --batch FILE) [--date DATE] [--overlay FILE]
       vinhdanh law show AWARD [--date DATE] [--overlay FILE] [--lang vi|en]
       vinhdanh law dmn AWARD [--kind person|collective] [--date DATE] [--overlay FILE]`;

/** What the command reads and writes besides files. */
export interface Streams {
  /** Writes a line; a promise where whoever reads it has to catch up first. */
  out: (line: string) => void | Promise<void>;
  error: (line: string) => void;
  /** Today, for questions without a date. */
  now: () => Date;
}

/**
 * `vinhdanh law`: asks the shipped law, without server or database. Exit code 0 for an answer, 1 where the question has none
 * (the error is JSON as well), 2 for wrong usage. A batch is read and answered line by line, whatever its size, and ends with 0.
 */
export async function law(args: readonly string[], { out, error, now }: Streams): Promise<number> {
  let options: LawOptions;
  let overlay: OverlayFile | undefined;
  try {
    options = parseOptions(args, Object.keys(questions));
    if (options.overlay !== undefined) overlay = await readOverlay(options.overlay);
    if (options.batch !== undefined) await requireFile(options.batch);
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    error(`${problem.message}\n${usage}`);
    return 2;
  }
  const { command, award, date: said, input = '', lang, kind } = options;
  const today = localDate(now().toISOString());
  const lawOn = await openLaw(overlay);
  const question = questions[command];
  if (!question) {
    const law = lawOn(said ?? today);
    const show = (): string => {
      const code = awardCodeOf(law.ruleSet(), award);
      return command === 'dmn'
        ? decisionModelOf(law.ruleSet(), code, kind)
        : showAward(law.ruleSet(), code, lang, law.reported);
    };
    return answering(show, out);
  }

  const ask = (text: string) => {
    let named = {};
    const answer = () => {
      const { id, date, value } = parseInput(text, command);
      if (id !== undefined) named = { id };
      const day = date ?? said ?? question.day?.(value) ?? today;
      return JSON.stringify({ ...named, ...question.answer(value, lawOn(day)) });
    };
    return answering(answer, out, () => named);
  };
  if (options.batch === undefined) return ask(input);
  const lines = createInterface({ input: createReadStream(options.batch), crlfDelay: Infinity });
  for await (const line of lines) if (line.trim() !== '') await ask(line);
  return 0;
}

/** The award's criteria as a DMN file; for a person, where the award is given to one and no kind is asked for. */
function decisionModelOf(ruleSet: RuleSet, code: string, kind: LawOptions['kind']): string {
  const { standards } = awardRule(ruleSet, code);
  return eligibilityDmn(ruleSet, code, kind ?? (standards.person ? 'person' : 'collective')).trimEnd();
}

/** Prints an answer, or the error in its place, after the `id` of its question where it has one; a bug is not an answer. */
async function answering(
  answer: () => string,
  out: Streams['out'],
  named: () => object = () => ({}),
): Promise<number> {
  try {
    await out(answer());
    return 0;
  } catch (problem) {
    if (!(problem instanceof LawError)) throw problem;
    const { code, text } = problem;
    await out(JSON.stringify({ ...named(), error: { code, message: text.en, messageVi: text.vi } }));
    return 1;
  }
}

async function readOverlay(file: string): Promise<OverlayFile> {
  await requireFile(file);
  return { file, text: await readFile(file, 'utf8') };
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found || found.isDirectory()) throw new UsageError(`The file ${file} cannot be read.`);
}

/** A line of input: its `id` comes back with the answer, its `date` selects the rule-set, except where it is the question. */
function parseInput(text: string, command: string): { id?: unknown; date?: string; value: unknown } {
  let value: unknown;
  try {
    // A byte order mark, as some editors write it, is no JSON.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (problem) {
    throw new QuestionError('input_not_json', {
      vi: `Dữ liệu vào không phải JSON: ${(problem as Error).message}`,
      en: `The input is no JSON: ${(problem as Error).message}`,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value };
  const { id, ...input } = value as Record<string, unknown>;
  if (command === 'date-line' || !('date' in input)) return { id, value: input };
  const { date, ...rest } = input;
  if (typeof date !== 'string' || !isDay(date)) {
    throw new QuestionError('input_invalid', {
      vi: '"date" là một ngày, YYYY-MM-DD.',
      en: '"date" is a day, YYYY-MM-DD.',
    });
  }
  return { id, date, value: rest };
}
