import { and, eq, inArray, sql } from 'drizzle-orm';
import { readCalendar, workingCalendar } from '../../../db/calendar.ts';
import type { Executor } from '../../../db/client.ts';
import { calendarDays, calendars } from '../../../db/schema/index.ts';
import { changedDays } from '../../../domain/calendar.ts';
import type { CommandContext } from '../../context.ts';
import type { CalendarChange, ChangeCalendarRequest, ChangeCalendarResult } from '../../contract/calendar.ts';
import { ApiError } from '../../errors.ts';
import { requireOrganisationAdmin } from '../../policies/organisation.ts';
import { checkCalendarChange, moveDeadlines } from '../../queries/calendar.ts';
import { writeAudit } from '../audit.ts';

/**
 * Changes the working calendar. It holds for new dossiers at once; the worker tells the running ones, each of which then
 * counts its open clocks anew (`activities/carry-calendar.ts`).
 * @throws ApiError forbidden, version_conflict where somebody changed it since, invalid_request, calendar_unchanged
 */
export async function changeCalendar(
  context: CommandContext,
  { version, change, reason }: ChangeCalendarRequest,
): Promise<ChangeCalendarResult> {
  await requireOrganisationAdmin(context);
  return context.db.transaction(async (tx) => {
    const [raised] = await tx
      .update(calendars)
      .set({ version: sql`${calendars.version} + 1` })
      .where(and(eq(calendars.name, workingCalendar), eq(calendars.version, version)))
      .returning({ version: calendars.version });
    if (!raised) throw new ApiError('version_conflict');
    const { days } = await readCalendar(tx);
    checkCalendarChange(days, change);
    const { moved } = await moveDeadlines(tx, changedDays(days, change));
    await storeChange(tx, change);
    const touched = new Set([...change.remove, ...change.set.map(({ date }) => date)]);
    await writeAudit(tx, context, {
      action: 'calendar.change',
      subjectKind: 'calendar',
      subjectId: workingCalendar,
      details: {
        reason,
        version: raised.version,
        before: days.filter(({ date }) => touched.has(date)),
        set: change.set,
        removed: change.remove,
        moved: moved.length,
      },
    });
    return { version: raised.version, moved: moved.length };
  });
}

async function storeChange(tx: Executor, { set, remove }: CalendarChange): Promise<void> {
  const gone = [...remove, ...set.map(({ date }) => date)];
  await tx
    .delete(calendarDays)
    .where(and(eq(calendarDays.calendar, workingCalendar), inArray(calendarDays.date, gone)));
  if (set.length === 0) return;
  await tx
    .insert(calendarDays)
    .values(set.map(({ citation, ...day }) => ({ ...day, calendar: workingCalendar, source: citation })));
}
