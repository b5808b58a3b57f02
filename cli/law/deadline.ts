import { z } from 'zod';
import { awardRule, type RuleSet, sectorSchema } from '../../domain/law/rule-set.ts';
import type { Bilingual, Source } from '../../domain/law/source.ts';
import { lastDayOf, type Term, yearlyDay } from '../../domain/term.ts';
import { addCalendarDays, endOfTerm, startBy } from '../../engine/time/working-days.ts';
import { type LawContext, QuestionError, question, sources } from './question.ts';
import { awardCodeOf, unitWord } from './spellings.ts';

const isoDate = z.iso.date();
const amount = z.int().min(0).max(1000);
const unit = z.preprocess(unitWord, z.enum(['working_day', 'calendar_day', 'year']));
const year = z.int().min(1945).max(2200);
const input = z.union([
  /** A clock of the rule-set that starts with an event. */
  z.strictObject({ clock: z.string(), start: isoDate }),
  /** A term of one's own. */
  z.strictObject({ amount, unit, start: isoDate }),
  z.strictObject({ workingDays: amount, start: isoDate }),
  z.strictObject({ calendarDays: amount, start: isoDate }),
  /** The latest start of a term of working days that is due on a day. */
  z.strictObject({ amount, due: isoDate }),
  /** The fixed date of an award's dossier for an achievement period that ends with a year. */
  z.strictObject({ award: z.string(), periodTo: year, sector: sectorSchema.optional() }),
  /** A fixed date of the rule-set for a year. */
  z.strictObject({ fixedDate: z.string(), periodTo: year }),
]);

/** When does a term end, or when must it start? Ends at 24:00 local time. */
export const deadlineQuestion = question(
  input,
  (asked, context) => {
    const ruleSet = context.ruleSet();
    const { calendar } = context;
    if ('due' in asked) {
      const start = startBy(calendar, asked.due, asked.amount);
      return {
        ruleSet: ruleSet.id,
        startBy: start,
        ...daysBetween(start, asked.due, context),
        sources: sources(ruleSet.countingRule),
      };
    }
    if ('periodTo' in asked) {
      const fixed = 'award' in asked ? dossierDate(ruleSet, asked) : fixedDateOf(ruleSet, asked.fixedDate);
      const day = yearlyDay(fixed, asked.periodTo);
      return ending(ruleSet, addCalendarDays(calendar, day, 0), day, fixed, context);
    }
    const clock = 'clock' in asked ? clockOf(ruleSet, asked.clock) : undefined;
    const term = clock ?? termOf(asked as OwnTerm);
    const due = lastDayOf(term, asked.start, calendar);
    return { ...ending(ruleSet, due, asked.start, clock, context), amount: term.amount, unit: term.unit };
  },
  { from: 'start', startsOn: 'start', days: 'amount', dueOn: 'due', term: 'clock', year: 'periodTo' },
);

type OwnTerm = Term | { workingDays: number } | { calendarDays: number };

/** A term of the question's own, in any of its shapes. */
function termOf(asked: OwnTerm): Term {
  if ('workingDays' in asked) return { amount: asked.workingDays, unit: 'working_day' };
  if ('calendarDays' in asked) return { amount: asked.calendarDays, unit: 'calendar_day' };
  return { amount: asked.amount, unit: asked.unit };
}

/** The yearly day of an award's dossier, or of one of a sector that has its own. @throws QuestionError, UnknownAwardError */
function dossierDate(ruleSet: RuleSet, { award, sector }: { award: string; sector?: string | undefined }) {
  const general = awardRule(ruleSet, awardCodeOf(ruleSet, award)).dossierDeadline;
  const fixed = general?.sectors?.find((own) => own.sector === sector) ?? general;
  if (fixed) return fixed;
  throw new QuestionError('no_fixed_date', {
    vi: `${ruleSet.id} không quy định ngày nộp hồ sơ cho ${award}.`,
    en: `${ruleSet.id} fixes no date for dossiers of ${award}.`,
  });
}

function fixedDateOf(ruleSet: RuleSet, code: string) {
  return named(ruleSet, ruleSet.fixedDates ?? {}, code, 'unknown_fixed_date', {
    vi: 'ngày cố định',
    en: 'fixed date',
  });
}

function clockOf(ruleSet: RuleSet, code: string) {
  return named(ruleSet, ruleSet.clocks, code, 'unknown_clock', { vi: 'thời hạn', en: 'clock' });
}

function named<T>(
  ruleSet: RuleSet,
  table: Record<string, T>,
  code: string,
  error: string,
  what: Bilingual,
): T {
  const found = Object.hasOwn(table, code) ? table[code] : undefined;
  if (found) return found;
  const known = Object.keys(table).join(', ');
  throw new QuestionError(error, {
    vi: `${ruleSet.id} không có ${what.vi} "${code}"; các ${what.vi} có: ${known}.`,
    en: `${ruleSet.id} has no ${what.en} "${code}"; it has ${known}.`,
  });
}

/** A term or date that ends on `due`, with the rule it rests on where it is one of the rule-set. */
function ending(
  ruleSet: RuleSet,
  due: string,
  start: string,
  rule: (Source & { appliesTo?: Bilingual | undefined }) | undefined,
  context: LawContext,
) {
  return {
    ruleSet: ruleSet.id,
    due,
    endsAt: endOfTerm(due),
    ...(rule?.appliesTo && { appliesTo: rule.appliesTo }),
    ...daysBetween(start, due, context),
    sources: sources(rule, ruleSet.countingRule),
  };
}

/**
 * What moved the result and what may still move it: exceptions of the calendar within the term, with where they are
 * announced; those of them not announced yet; years the calendar says nothing about.
 */
function daysBetween(from: string, to: string, { calendarDays }: LawContext) {
  const within = calendarDays.filter(({ date }) => from <= date && date <= to);
  const tentativeDays = within.filter(({ tentative }) => tentative).map(({ date }) => date);
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const yearsWithoutCalendar = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (year) => !calendarDays.some(({ date }) => date.startsWith(`${year}-`)),
  );
  return {
    ...(within.length > 0 && {
      calendar: within.map(({ date, kind, name, citation, grade }) => ({
        date,
        kind,
        name,
        citation,
        grade,
      })),
    }),
    ...(tentativeDays.length > 0 && { tentativeDays }),
    ...(yearsWithoutCalendar.length > 0 && { yearsWithoutCalendar }),
  };
}
