import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, referrals, sessions } from '../../../db/schema/index.ts';
import { ApiError } from '../../errors.ts';

/**
 * Takes a dossier or another subject that goes no further off the agendas of planned sessions and from what waits for one, with the reason.
 * @throws ApiError nomination_locked while a council is voting on it, or its chair's deciding vote is still to come, version_conflict
 */
export async function removeFromAgendas(tx: Executor, subjectId: string, reason: string): Promise<void> {
  const undecided = tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(and(eq(referrals.subjectId, subjectId), isNull(agendaItems.result)));
  const onAgenda = await tx
    .select({ id: sessions.id, status: sessions.status })
    .from(sessions)
    .where(
      inArray(
        sessions.id,
        tx.select({ id: agendaItems.sessionId }).from(agendaItems).where(inArray(agendaItems.id, undecided)),
      ),
    )
    .orderBy(sessions.id)
    .for('share');
  if (onAgenda.some(({ status }) => status !== 'planned')) throw new ApiError('nomination_locked');
  const planned = onAgenda.map(({ id }) => id);
  await tx
    .update(agendaItems)
    .set({ result: 'removed', reason })
    .where(
      and(
        inArray(agendaItems.id, undecided),
        or(isNull(agendaItems.sessionId), inArray(agendaItems.sessionId, planned)),
      ),
    );
  // An item that a secretary put on an agenda in this very moment is not among the planned ones.
  const [left] = await tx.select().from(agendaItems).where(inArray(agendaItems.id, undecided)).limit(1);
  if (left) throw new ApiError('version_conflict');
  await tx
    .update(referrals)
    .set({ status: 'cancelled' })
    .where(and(eq(referrals.subjectId, subjectId), eq(referrals.status, 'waiting')));
}
