import { addCalendarDays, addWorkingDays } from '../engine/time/working-days.ts';
import type { Calendar } from '../engine/types.ts';
import type { TermUnit } from './law/rule-set.ts';

/** A term (thời hạn): so many of a unit after the day of an event. */
export interface Term {
  amount: number;
  unit: TermUnit;
}

/**
 * Last day of a term that an event on `start` (`YYYY-MM-DD`) begins (Civil Code 2015 Articles 147 and 148): the day of the
 * event is not counted; years end on the same day of a later year, the last of the month where it has no such day; what ends
 * on a day off ends on the next working day.
 */
export function lastDayOf({ amount, unit }: Term, start: string, calendar: Calendar): string {
  if (unit === 'working_day') return addWorkingDays(calendar, start, amount);
  if (unit === 'calendar_day') return addCalendarDays(calendar, start, amount);
  return addCalendarDays(calendar, yearsLater(start, amount), 0);
}

function yearsLater(date: string, years: number): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const later = Number(year) + years;
  const lastOfMonth = new Date(Date.UTC(later, Number(month), 0)).getUTCDate();
  return dayOf(later, Number(month), Math.min(Number(day), lastOfMonth));
}

/** A day that comes every year, in the year a question is about or the one after it. */
export function yearlyDay(
  { month, day, year: which }: { month: number; day: number; year: 'same' | 'next' },
  year: number,
): string {
  return dayOf(which === 'next' ? year + 1 : year, month, day);
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
