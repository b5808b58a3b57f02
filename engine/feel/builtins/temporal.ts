/** Functions on dates and times (DMN 1.5, table 78 and 10.3.4.9). */
import { daysFromCivil, isoWeek, weekday } from '../temporal/calendar.ts';
import { dateFromDays } from '../temporal/text.ts';
import { type FeelDate, FeelDateTime, FeelTime } from '../temporal/values.ts';
import type { Run, Value } from '../values.ts';
import { type Library, signature } from './signature.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Vietnam's offset; it has had no other since 1975. */
const VIETNAM_OFFSET_SECONDS = 7 * 3600;

function ofDate(run: (date: FeelDate) => Value) {
  return [
    signature('date: date or date and time', ([value]) =>
      run(value instanceof FeelDateTime ? value.date : (value as FeelDate)),
    ),
  ];
}

/** The caller's moment, seen in Vietnam. */
function now(run: Run): FeelDateTime | null {
  const epoch = run.now === null ? Number.NaN : Date.parse(run.now);
  if (Number.isNaN(epoch)) return null;
  const local = epoch + VIETNAM_OFFSET_SECONDS * 1000;
  const days = Math.floor(local / 86_400_000);
  const date = dateFromDays(days);
  return (
    date &&
    new FeelDateTime(
      date,
      new FeelTime((local - days * 86_400_000) * 1e6, { offset: VIETNAM_OFFSET_SECONDS }),
    )
  );
}

export const TEMPORAL: Library = {
  now: [signature('', (_, run) => now(run))],
  today: [signature('', (_, run) => now(run)?.date ?? null)],
  'day of year': ofDate((date) => date.days - daysFromCivil(date.year, 1, 1) + 1),
  'day of week': ofDate((date) => DAYS[weekday(date.days) - 1] ?? null),
  'month of year': ofDate((date) => MONTHS[date.month - 1] ?? null),
  'week of year': ofDate((date) => isoWeek(date.days)),
};
