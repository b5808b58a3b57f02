import { and, asc, count, eq, inArray, lt, ne } from 'drizzle-orm';
import { presentVersion, readCalendar } from '../../db/calendar.ts';
import type { Executor } from '../../db/client.ts';
import { deadlines, processInstances, subjects, tasks } from '../../db/schema/index.ts';
import { type CalendarDay, calendarOf, changedDays, changeProblems } from '../../domain/calendar.ts';
import { dueBy } from '../../engine/time/clock.ts';
import type { CommandContext } from '../context.ts';
import type { CalendarChange, CalendarReport, CalendarYear } from '../contract/calendar.ts';
import { ApiError } from '../errors.ts';
import { administeredSubject } from '../policies/subjects.ts';
import { requireAdmin } from './administration.ts';
import { subjectColumns } from './references.ts';

/** One year of the working calendar, for everybody. */
export async function getCalendarYear(context: CommandContext, year: number): Promise<CalendarYear> {
  const { db } = context;
  const [{ version, days }, [waiting]] = await Promise.all([
    readCalendar(db),
    db
      .select({ count: count() })
      .from(processInstances)
      .where(
        and(eq(processInstances.status, 'running'), lt(processInstances.calendarVersion, presentVersion)),
      ),
  ]);
  const byYear = Map.groupBy(days, ({ date }) => Number(date.slice(0, 4)));
  return {
    version,
    year,
    days: byYear.get(year) ?? [],
    years: [...byYear].map(([known, ofYear]) => ({
      year: known,
      days: ofYear.length,
      tentative: ofYear.some(({ tentative }) => tentative),
    })),
    waiting: waiting?.count ?? 0,
  };
}

const maxListed = 200;

/**
 * What a change would do to the open deadlines.
 * @throws ApiError forbidden, invalid_request, calendar_unchanged
 */
export async function previewCalendarChange(
  context: CommandContext,
  change: CalendarChange,
): Promise<CalendarReport> {
  requireAdmin(context);
  const { version, days } = await readCalendar(context.db);
  checkCalendarChange(days, change);
  const { open, moved } = await moveDeadlines(context.db, changedDays(days, change));
  const now = context.now.toISOString();
  const listed = moved.slice().sort((a, b) => (a.from < b.from ? -1 : 1));
  const mine = await idsOfAdministered(
    context,
    listed.map(({ subject }) => subject.id),
  );
  return {
    version,
    open,
    moved: moved.length,
    overdue: moved.filter(({ to }) => to <= now).length,
    deadlines: listed.filter(({ subject }) => mine.has(subject.id)).slice(0, maxListed),
  };
}

/** @throws ApiError invalid_request where the change makes no sense on these days, calendar_unchanged where it is none */
export function checkCalendarChange(days: readonly CalendarDay[], change: CalendarChange): void {
  if (change.set.length === 0 && change.remove.length === 0) throw new ApiError('calendar_unchanged');
  const problems = changeProblems(days, change);
  if (problems.length === 0) return;
  throw new ApiError('invalid_request', {
    errors: (locale) =>
      problems.map(({ path, code, message }) => ({ path: `change.${path}`, code, detail: message[locale] })),
  });
}

/** Open deadlines counted in days whose clock runs, and those that end otherwise on a calendar of these days. */
export async function moveDeadlines(db: Executor, days: readonly CalendarDay[]) {
  const calendar = calendarOf(days);
  const rows = await db
    .select({
      deadline: deadlines,
      taskName: tasks.name,
      subject: subjectColumns,
    })
    .from(deadlines)
    .innerJoin(tasks, eq(tasks.id, deadlines.taskId))
    .innerJoin(subjects, eq(subjects.id, tasks.subjectId))
    .where(and(inArray(tasks.status, ['open', 'claimed']), ne(deadlines.unit, 'fixed_date')))
    .orderBy(asc(deadlines.taskId));
  const running = rows.flatMap(({ deadline, ...task }) => {
    const { unit, amount, pauses, startsAt, dueAt } = deadline;
    if (unit === 'fixed_date' || dueAt === null) return [];
    const from = dueAt.toISOString();
    const to = dueBy({ startedAt: startsAt.toISOString(), unit, amount, pauses }, calendar) ?? from;
    return [{ taskId: deadline.taskId, ...task, from, to }];
  });
  return { open: running.length, moved: running.filter(({ from, to }) => from !== to) };
}

async function idsOfAdministered(context: CommandContext, subjectIds: string[]): Promise<Set<string>> {
  if (subjectIds.length === 0) return new Set();
  const rows = await context.db
    .select({ id: subjects.id })
    .from(subjects)
    .where(and(inArray(subjects.id, [...new Set(subjectIds)]), administeredSubject(context)));
  return new Set(rows.map(({ id }) => id));
}
