import { and, eq, isNull } from 'drizzle-orm';
import { agendaItems } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { decideStep } from './session-process.ts';

/**
 * The notes are complete: the process makes the minutes and the ballot-count record of a closed session, for signature.
 * @throws ApiError session_not_found, forbidden, session_not_closed_yet, ties_undecided, session_step_not_open
 */
export async function writeMinutes(context: CommandContext, sessionId: string): Promise<void> {
  const session = await managedSession(context, sessionId);
  if (session.status !== 'closed') throw new ApiError('session_not_closed_yet');
  const told = await context.db.transaction(async (tx) => {
    const decision = { verdict: 'approve' as const, reason: null };
    const instances = await decideStep(tx, context, session, 'write-minutes', decision);
    const [tied] = await tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(and(eq(agendaItems.sessionId, sessionId), isNull(agendaItems.result)))
      .limit(1);
    if (tied) throw new ApiError('ties_undecided');
    return instances;
  });
  for (const instanceId of told) context.deliver(instanceId);
  context.announce(sessionId);
}
