import { and, eq, isNull } from 'drizzle-orm';
import { agendaItems, councilMembers, sessionMembers, sessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { inOffice, managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { requirePostings } from './posting-guard.ts';
import { tellProcess } from './session-process.ts';

/**
 * Opens a planned session: the members in office become the session's members, and its nominations are locked.
 * @throws ApiError session_not_found, forbidden, session_not_planned, agenda_empty, council_without_members,
 *   posting_not_ended, posting_missing
 */
export async function openSession(context: CommandContext, sessionId: string): Promise<void> {
  const { db, actor, now, today, ballotSecrets } = context;
  const session = await managedSession(context, sessionId);
  const { councilId, ballotKind } = session;
  const told = await db.transaction(async (tx) => {
    const { accountId } = actor;
    const instances = await tellProcess(tx, session, { name: 'session-opened', accountId });
    const opened = await tx
      .update(sessions)
      .set({
        status: 'open',
        openedAt: now,
        boxSecretId: ballotKind === 'secret' ? ballotSecrets.currentId : null,
      })
      .where(and(eq(sessions.id, sessionId), eq(sessions.status, 'planned')))
      .returning({ id: sessions.id });
    if (opened.length === 0) throw new ApiError('session_not_planned');
    const [item] = await tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(and(eq(agendaItems.sessionId, sessionId), isNull(agendaItems.result)))
      .limit(1);
    if (!item) throw new ApiError('agenda_empty');
    const members = await tx
      .select({ personId: councilMembers.personId, capacity: councilMembers.capacity })
      .from(councilMembers)
      .where(and(eq(councilMembers.councilId, councilId), inOffice(today)));
    if (members.length === 0) throw new ApiError('council_without_members');
    await requirePostings(tx, sessionId);
    await tx
      .insert(sessionMembers)
      .values(members.map((member) => ({ ...member, voterId: member.personId, sessionId })));
    await writeAudit(tx, context, {
      action: 'session.open',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { members: members.length },
    });
    return instances;
  });
  for (const instanceId of told) context.deliver(instanceId);
  context.announce(sessionId);
}
