import type { z } from 'zod';
import type { CalendarDay } from '../../domain/calendar.ts';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import type { Source } from '../../domain/law/source.ts';
import { renamed } from './spellings.ts';

/** What answers rest on: the law of the day asked about, with the organisation's overlay, and the calendar. */
export interface LawContext {
  /** The day the question is asked for, `YYYY-MM-DD`; it selects the rule-set. */
  date: string;
  /** The rule-set in force on `date`. @throws QuestionError when none is */
  ruleSet: () => RuleSet;
  calendarDays: readonly CalendarDay[];
}

/** A kind of question to the law: JSON in, JSON out. */
export interface Question {
  answer(input: unknown, context: LawContext): Record<string, unknown>;
}

/** The question cannot be answered; `code` is stable. */
export class QuestionError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * A question whose input is checked against a schema first; a wrong field is named in the error. `names` are other names of
 * its fields.
 */
export function question<Schema extends z.ZodType>(
  schema: Schema,
  answer: (input: z.infer<Schema>, context: LawContext) => Record<string, unknown>,
  names: Readonly<Record<string, string>> = {},
): Question {
  return {
    answer(input, context) {
      const checked = schema.safeParse(renamed(input, names));
      if (!checked.success) {
        throw new QuestionError('input_invalid', [...new Set(checked.error.issues.flatMap(told))].join('; '));
      }
      return answer(checked.data, context);
    },
  };
}

/** What is wrong with an input; of the shapes a question may have, what is wrong with the one that comes nearest. */
function told(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, shape) => (shape.length < best.length ? shape : best));
    return nearest.flatMap((inner) => told({ ...inner, path: [...issue.path, ...inner.path] }));
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
