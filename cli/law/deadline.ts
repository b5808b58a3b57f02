import { z } from 'zod';
import { calendarOf } from '../../domain/calendar.ts';
import { awardRule, type RuleSet } from '../../domain/law/rule-set.ts';
import type { Source } from '../../domain/law/source.ts';
import { addCalendarDays, addWorkingDays, endOfTerm, startBy } from '../../engine/time/working-days.ts';
import { type LawContext, QuestionError, question, sources } from './question.ts';
import { awardCodeOf, unitWord } from './spellings.ts';

const isoDate = z.iso.date();
const amount = z.int().min(0).max(1000);
const unit = z.preprocess(unitWord, z.enum(['working_day', 'calendar_day']));
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
  z.strictObject({ award: z.string(), periodTo: z.int().min(1945).max(2200) }),
]);

/** When does a term end, or when must it start? Ends at 24:00 local time. */
export const deadlineQuestion = question(
  input,
  (asked, context) => {
    const ruleSet = context.ruleSet();
    const calendar = calendarOf(context.calendarDays);
    if ('due' in asked) {
      const start = startBy(calendar, asked.due, asked.amount);
      return {
        ruleSet: ruleSet.id,
        startBy: start,
        ...tentative(start, asked.due, context),
        sources: sources(ruleSet.countingRule),
      };
    }
    if ('award' in asked) {
      const fixed = awardRule(ruleSet, awardCodeOf(ruleSet, asked.award)).dossierDeadline;
      if (!fixed)
        throw new QuestionError(
          'no_fixed_date',
          `${ruleSet.id} fixes no date for dossiers of ${asked.award}.`,
        );
      const year = asked.periodTo + (fixed.year === 'next' ? 1 : 0);
      const day = `${year}-${String(fixed.month).padStart(2, '0')}-${String(fixed.day).padStart(2, '0')}`;
      return ending(ruleSet, addCalendarDays(calendar, day, 0), day, [fixed], context);
    }
    const term = 'clock' in asked ? clockOf(ruleSet, asked.clock) : termOf(asked);
    const add = term.unit === 'working_day' ? addWorkingDays : addCalendarDays;
    const due = add(calendar, asked.start, term.amount);
    return {
      ...ending(ruleSet, due, asked.start, 'clock' in asked ? [clockOf(ruleSet, asked.clock)] : [], context),
      amount: term.amount,
      unit: term.unit,
    };
  },
  { from: 'start', startsOn: 'start', days: 'amount', dueOn: 'due', term: 'clock' },
);

/** A term of the question's own, in any of its shapes. */
function termOf(
  asked:
    | { amount: number; unit: 'working_day' | 'calendar_day' }
    | { workingDays: number }
    | { calendarDays: number },
): { amount: number; unit: 'working_day' | 'calendar_day' } {
  if ('workingDays' in asked) return { amount: asked.workingDays, unit: 'working_day' };
  if ('calendarDays' in asked) return { amount: asked.calendarDays, unit: 'calendar_day' };
  return { amount: asked.amount, unit: asked.unit };
}

function clockOf(ruleSet: RuleSet, code: string) {
  const clock = ruleSet.clocks[code];
  if (clock) return clock;
  const known = Object.keys(ruleSet.clocks).join(', ');
  throw new QuestionError('unknown_clock', `${ruleSet.id} has no clock "${code}"; it has ${known}.`);
}

function ending(ruleSet: RuleSet, due: string, start: string, rules: Source[], context: LawContext) {
  return {
    ruleSet: ruleSet.id,
    due,
    endsAt: endOfTerm(due),
    ...tentative(start, due, context),
    sources: sources(...rules, ruleSet.countingRule),
  };
}

/** What may still move the result: days that are not announced yet, and years the calendar says nothing about. */
function tentative(from: string, to: string, { calendarDays }: LawContext) {
  const tentativeDays = calendarDays
    .filter((day) => day.tentative && from <= day.date && day.date <= to)
    .map(({ date }) => date);
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const yearsWithoutCalendar = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (year) => !calendarDays.some(({ date }) => date.startsWith(`${year}-`)),
  );
  return {
    ...(tentativeDays.length > 0 && { tentativeDays }),
    ...(yearsWithoutCalendar.length > 0 && { yearsWithoutCalendar }),
  };
}
