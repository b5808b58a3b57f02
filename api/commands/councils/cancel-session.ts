import { and, eq, isNull } from 'drizzle-orm';
import { agendaItems, sessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { lockInstancesOf } from './council-results.ts';
import { claimSession } from './session-guards.ts';
import { tellProcess } from './session-process.ts';

/**
 * Calls a planned session off, for a reason that its members are told. Its undecided items wait for another one; what became
 * of the others stays with it.
 * @throws ApiError session_not_found, forbidden, session_not_planned
 */
export async function cancelSession(
  context: CommandContext,
  { sessionId, reason }: { sessionId: string; reason: string },
): Promise<void> {
  await managedSession(context, sessionId);
  const told = await context.db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    const session = await claimSession(tx, sessionId, ['planned']);
    if (!session) throw new ApiError('session_not_planned');
    await tx
      .update(sessions)
      .set({ status: 'cancelled', changeReason: reason })
      .where(eq(sessions.id, sessionId));
    const freed = await tx
      .update(agendaItems)
      .set({ sessionId: null, position: null })
      .where(and(eq(agendaItems.sessionId, sessionId), isNull(agendaItems.result)))
      .returning({ id: agendaItems.id });
    await writeAudit(tx, context, {
      action: 'session.cancel',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { reason, items: freed.length },
    });
    const { accountId } = context.actor;
    return tellProcess(tx, session, { name: 'session-cancelled', accountId });
  });
  for (const instanceId of told) context.deliver(instanceId);
  context.announce(sessionId);
}
