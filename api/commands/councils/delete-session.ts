import { eq } from 'drizzle-orm';
import { agendaItems, sessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { claimSession } from './session-guards.ts';

/**
 * Deletes a planned session. Its undecided items wait for another one; what became of the others stays with them.
 * @throws ApiError session_not_found, forbidden, session_not_planned
 */
export async function deleteSession(context: CommandContext, sessionId: string): Promise<void> {
  const { councilId, title } = await managedSession(context, sessionId);
  await context.db.transaction(async (tx) => {
    if (!(await claimSession(tx, sessionId, ['planned']))) throw new ApiError('session_not_planned');
    await tx
      .update(agendaItems)
      .set({ sessionId: null, position: null })
      .where(eq(agendaItems.sessionId, sessionId));
    await tx.delete(sessions).where(eq(sessions.id, sessionId));
    await writeAudit(tx, context, {
      action: 'session.delete',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { councilId, title },
    });
  });
}
