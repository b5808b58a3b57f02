import { and, eq, isNull } from 'drizzle-orm';
import { agendaItems, sessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';

/**
 * Deletes a planned session on whose agenda nothing is left to decide, as when every dossier was withdrawn or returned.
 * What became of its items stays with them.
 * @throws ApiError session_not_found, forbidden, session_not_planned, agenda_not_empty
 */
export async function deleteSession(context: CommandContext, sessionId: string): Promise<void> {
  const { councilId, title } = await managedSession(context, sessionId);
  await context.db.transaction(async (tx) => {
    const [planned] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.status, 'planned')))
      .for('update');
    if (!planned) throw new ApiError('session_not_planned');
    const ofSession = eq(agendaItems.sessionId, sessionId);
    const [undecided] = await tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(and(ofSession, isNull(agendaItems.result)))
      .limit(1);
    if (undecided) throw new ApiError('agenda_not_empty');
    await tx.update(agendaItems).set({ sessionId: null, position: null }).where(ofSession);
    await tx.delete(sessions).where(eq(sessions.id, sessionId));
    await writeAudit(tx, context, {
      action: 'session.delete',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { councilId, title },
    });
  });
}
