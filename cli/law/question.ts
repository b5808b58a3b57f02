import { z } from 'zod';
import type { CalendarDay } from '../../domain/calendar.ts';
import { LawError } from '../../domain/law/law-error.ts';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import type { Bilingual, Source } from '../../domain/law/source.ts';
import type { Calendar } from '../../engine/types.ts';
import { renamed } from './spellings.ts';

/** What answers rest on: the law of the day asked about, with the organisation's overlay, and the calendar. */
export interface LawContext {
  /** The day the question is asked for, `YYYY-MM-DD`; it selects the rule-set. */
  date: string;
  /** The rule-set in force on `date`. @throws QuestionError when none is */
  ruleSet: () => RuleSet;
  /** What is reported to have changed the law by `date` without a text that could be read. */
  reported: readonly Reported[];
  calendarDays: readonly CalendarDay[];
  /** The same days as arithmetic takes them. */
  calendar: Calendar;
}

/** A change of the law from a day on that nobody has confirmed. */
export interface Reported extends Pick<Source, 'citation' | 'grade' | 'note'> {
  from: string;
}

/** A kind of question to the law: JSON in, JSON out. */
export interface Question {
  answer(input: unknown, context: LawContext): Record<string, unknown>;
  /** The day that the question itself is about, which selects the rule-set where no date is said. */
  day?: ((input: unknown) => string | undefined) | undefined;
}

/** The question cannot be answered; `code` is stable. */
export class QuestionError extends LawError {}

/**
 * A question whose input is checked against a schema first; a wrong field is named in the error. `names` are other names of
 * its fields.
 */
export function question<Schema extends z.ZodType>(
  schema: Schema,
  answer: (input: z.infer<Schema>, context: LawContext) => Record<string, unknown>,
  names: Readonly<Record<string, string>> = {},
  day?: (input: z.infer<Schema>) => string | undefined,
): Question {
  return {
    answer(input, context) {
      const checked = schema.safeParse(renamed(input, names));
      if (!checked.success)
        throw new QuestionError('input_invalid', whatIsWrong(schema, renamed(input, names)));
      const answered = answer(checked.data, context);
      return 'ruleSet' in answered && context.reported.length > 0
        ? { ...answered, reported: context.reported }
        : answered;
    },
    day:
      day &&
      ((input) => {
        const checked = schema.safeParse(renamed(input, names));
        return checked.success ? day(checked.data) : undefined;
      }),
  };
}

/** What is wrong with an input, in both languages. */
function whatIsWrong(schema: z.ZodType, input: unknown): Bilingual {
  const told = (locale: z.core.$ZodErrorMap) => {
    const { issues } = schema.safeParse(input, { error: locale }).error as z.ZodError;
    return [
      ...new Set(
        issues.map((issue) => (locale === vietnamese ? inVietnamese(issue) : issue)).flatMap(sentences),
      ),
    ].join('; ');
  };
  return { vi: told(vietnamese), en: told(english) };
}

const vietnamese = z.locales.vi().localeError;
const english = z.locales.en().localeError;

/** Checks of our own are written in English and bring their Vietnamese along. */
function inVietnamese(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  const said = issue.code === 'custom' ? issue.params?.vi : undefined;
  return typeof said === 'string' ? { ...issue, message: said } : issue;
}

/** One issue as text; of the shapes a question may have, what is wrong with the one that comes nearest. */
function sentences(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, shape) => (shape.length < best.length ? shape : best));
    return nearest.flatMap((inner) => sentences({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  return [`${issue.path.join('.') || 'input'}: ${issue.message}`];
}

/** Where values rest, as every answer lists it. */
export function sources(
  ...values: readonly (Source | undefined)[]
): Pick<Source, 'citation' | 'grade' | 'note'>[] {
  return values.flatMap((value) =>
    value ? [{ citation: value.citation, grade: value.grade, ...(value.note && { note: value.note }) }] : [],
  );
}
