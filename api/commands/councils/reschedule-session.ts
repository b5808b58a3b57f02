import { eq } from 'drizzle-orm';
import { sessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { RescheduleRequest } from '../../contract/sessions.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { lockInstancesOf } from './council-results.ts';
import { closingDate } from './plan-session.ts';
import { claimSession } from './session-guards.ts';
import { tellProcess, timesOf } from './session-process.ts';

/**
 * Puts a planned session off, whose members are invited anew, or extends an open circulation.
 * @throws ApiError session_not_found, forbidden, session_closed, session_under_way, closing_date_needed,
 *   closing_date_of_meeting, closing_date_early, session_date_far
 */
export async function rescheduleSession(
  context: CommandContext,
  { sessionId, reason, place, ...times }: RescheduleRequest & { sessionId: string },
): Promise<void> {
  const { now, actor } = context;
  await managedSession(context, sessionId);
  const told = await context.db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    const session = await claimSession(tx, sessionId, ['planned', 'open']);
    if (!session) throw new ApiError('session_closed');
    const isOpen = session.status === 'open';
    if (isOpen && session.mode === 'meeting') throw new ApiError('session_under_way');
    // An open circulation has begun; only its end moves.
    const scheduledAt = isOpen ? session.scheduledAt : new Date(times.scheduledAt);
    const closesAt = closingDate(
      { mode: session.mode, scheduledAt: scheduledAt.toISOString(), closesAt: times.closesAt },
      now,
    );
    await tx
      .update(sessions)
      .set({ scheduledAt, closesAt, changeReason: reason, ...(place !== undefined && { place }) })
      .where(eq(sessions.id, sessionId));
    await writeAudit(tx, context, {
      action: 'session.reschedule',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { reason, from: timesOf(session), to: timesOf({ scheduledAt, closesAt }), place },
    });
    return tellProcess(tx, session, {
      name: 'session-rescheduled',
      variables: { ...timesOf({ scheduledAt, closesAt }), isOpen },
      accountId: actor.accountId,
    });
  });
  for (const instanceId of told) context.deliver(instanceId);
  context.announce(sessionId);
}
