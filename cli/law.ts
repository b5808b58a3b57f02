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
  if (!question) return answering(() => showAward(lawOn(date).ruleSet(), award, lang), out);

  const ask = (text: string) => {
    const { date: own = date, value } = parseInput(text, command);
    return JSON.stringify(question.answer(value, lawOn(own)));
  };
  if (!batchLines) return answering(() => ask(input), out);
  for (const line of batchLines) if (line.trim() !== '') answering(() => ask(line), out);
  return 0;
}

/** The award's criteria as a DMN file; for a person, where the award is given to one and no kind is asked for. */
function decisionModelOf(ruleSet: RuleSet, award: string, kind: LawOptions['kind']): string {
  const { standards } = awardRule(ruleSet, award);
  return eligibilityDmn(ruleSet, award, kind ?? (standards.person ? 'person' : 'collective')).trimEnd();
}

/** Prints an answer, or the error in its place; a bug is not an answer. */
function answering(answer: () => string, out: (line: string) => void): number {
  try {
    out(answer());
    return 0;
  } catch (problem) {
    const code = (problem as { code?: unknown }).code;
    if (!(problem instanceof Error) || typeof code !== 'string') throw problem;
    out(JSON.stringify({ error: { code, message: problem.message } }));
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

/** A line of input; its own `date` selects the rule-set, except where the date is the question itself. */
function parseInput(text: string, command: string): { date?: string; value: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    throw new QuestionError('input_not_json', `The input is no JSON: ${(problem as Error).message}`);
  }
  if (command === 'date-line' || typeof value !== 'object' || value === null || !('date' in value))
    return { value };
  const { date, ...rest } = value;
  if (typeof date !== 'string' || !isDay(date))
    throw new QuestionError('input_invalid', '"date" is a day, YYYY-MM-DD.');
  return { date, value: rest };
}
