import { readFile } from 'node:fs/promises';
import { eligibilityDmn } from '../domain/eligibility/eligibility.ts';
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
  out: (line: string) => void;
  error: (line: string) => void;
  /** Today, for questions without a date. */
  now: () => Date;
}

/**
 * `vinhdanh law`: asks the shipped law, without server or database. Exit code 0 for an answer, 1 where the question has none
 * (the error is JSON as well), 2 for wrong usage. A batch answers line by line and ends with 0.
 */
export async function law(args: readonly string[], streams: Streams): Promise<number> {
  const { out, error } = streams;
  let options: LawOptions;
  let overlay: OverlayFile | undefined;
  let batchLines: string[] | undefined;
  try {
    options = parseOptions(args, Object.keys(questions));
    if (options.overlay !== undefined)
      overlay = { file: options.overlay, text: await readText(options.overlay) };
    if (options.batch !== undefined) batchLines = (await readText(options.batch)).split('\n');
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    error(`${problem.message}\n${usage}`);
    return 2;
  }
  const { command, award, date = localDate(streams.now().toISOString()), input = '', lang, kind } = options;
  const lawOn = await openLaw(overlay);
  const question = questions[command];
  if (command === 'dmn') return answering(() => decisionModelOf(lawOn(date).ruleSet(), award, kind), out);
  if (!question)
    return answering(
      () => showAward(lawOn(date).ruleSet(), awardCodeOf(lawOn(date).ruleSet(), award), lang),
      out,
    );

  const ask = (text: string) => {
    let named = {};
    const answer = () => {
      const { id, date: own = date, value } = parseInput(text, command);
      if (id !== undefined) named = { id };
      return JSON.stringify({ ...named, ...question.answer(value, lawOn(own)) });
    };
    return answering(answer, out, () => named);
  };
  if (!batchLines) return ask(input);
  for (const line of batchLines) if (line.trim() !== '') ask(line);
  return 0;
}

/** The award's criteria as a DMN file; for a person, where the award is given to one and no kind is asked for. */
function decisionModelOf(ruleSet: RuleSet, award: string, kind: LawOptions['kind']): string {
  const code = awardCodeOf(ruleSet, award);
  const { standards } = awardRule(ruleSet, code);
  return eligibilityDmn(ruleSet, code, kind ?? (standards.person ? 'person' : 'collective')).trimEnd();
}

/** Prints an answer, or the error in its place, after the `id` of its question where it has one; a bug is not an answer. */
function answering(
  answer: () => string,
  out: (line: string) => void,
  named: () => object = () => ({}),
): number {
  try {
    out(answer());
    return 0;
  } catch (problem) {
    const code = (problem as { code?: unknown }).code;
    if (!(problem instanceof Error) || typeof code !== 'string') throw problem;
    out(JSON.stringify({ ...named(), error: { code, message: problem.message } }));
    return 1;
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`The file ${file} cannot be read.`);
  }
}

/** A line of input: its `id` comes back with the answer, its `date` selects the rule-set, except where it is the question. */
function parseInput(text: string, command: string): { id?: unknown; date?: string; value: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    throw new QuestionError('input_not_json', `The input is no JSON: ${(problem as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value };
  const { id, ...input } = value as Record<string, unknown>;
  if (command === 'date-line' || !('date' in input)) return { id, value: input };
  const { date, ...rest } = input;
  if (typeof date !== 'string' || !isDay(date))
    throw new QuestionError('input_invalid', '"date" is a day, YYYY-MM-DD.');
  return { id, date, value: rest };
}
