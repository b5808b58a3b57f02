import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, referrals, sessions } from '../../../db/schema/index.ts';

/**
 * Gives the sessions that vote on a dossier another revision, since it may be voted on no longer, or again: ballots under way
 * come first, later ones are cast under what holds now. Returns the sessions, whose pages are to be told.
 */
export async function changeVote(tx: Executor, dossierId: string): Promise<string[]> {
  const voting = tx
    .select({ id: agendaItems.sessionId })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(and(eq(referrals.subjectId, dossierId), isNull(agendaItems.result)));
  const changed = await tx
    .update(sessions)
    .set({ revision: sql`${sessions.revision} + 1` })
    .where(and(inArray(sessions.id, voting), inArray(sessions.status, ['planned', 'open'])))
    .returning({ id: sessions.id });
  return changed.map(({ id }) => id);
}
