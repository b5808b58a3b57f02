import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, documents, referrals, sessions } from '../../../db/schema/index.ts';
import { ApiError } from '../../errors.ts';

type Session = typeof sessions.$inferSelect;

/**
 * Makes sure that a session is open and stays so, with the same agenda and voters, until the transaction ends. All who
 * record something in it share the lock.
 * @throws ApiError session_not_open
 */
export async function shareOpenSession(tx: Executor, sessionId: string): Promise<Session> {
  const [open] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.status, 'open')))
    .for('share');
  if (!open) throw new ApiError('session_not_open');
  return open;
}

/**
 * Is the document a paper of that kind of a subject on the agenda? The secretary attaches there what an absent member signed.
 */
export async function isAgendaPaper(
  tx: Executor,
  sessionId: string,
  { documentId, kind }: { documentId: string; kind: 'written_opinion' | 'proxy' },
): Promise<boolean> {
  const onAgenda = tx
    .select({ id: referrals.subjectId })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(eq(agendaItems.sessionId, sessionId));
  const [found] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(eq(documents.id, documentId), eq(documents.kind, kind), inArray(documents.subjectId, onAgenda)),
    );
  return found !== undefined;
}

/** Nothing is decided on what is on hold. @throws ApiError dossier_on_hold with the reason of the first that is */
export function requireNotHeld(items: readonly { held: string | null }[]): void {
  const reason = items.find(({ held }) => held !== null)?.held;
  if (reason) throw new ApiError('dossier_on_hold', { parameters: { reason } });
}

/**
 * Takes a session alone, for an act that changes who may vote on what: ballots under way come first, later ones are cast
 * under the new revision. Answers the session, or undefined where its status is another one.
 */
export async function claimSession(
  tx: Executor,
  sessionId: string,
  statuses: readonly Session['status'][],
): Promise<Session | undefined> {
  const [session] = await tx
    .update(sessions)
    .set({ revision: sql`${sessions.revision} + 1` })
    .where(and(eq(sessions.id, sessionId), inArray(sessions.status, [...statuses])))
    .returning();
  return session;
}
