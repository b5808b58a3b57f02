import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import {
  agendaItems,
  ballots,
  councilMembers,
  recusals,
  sealedBallots,
  sessionMembers,
} from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { inOffice, managesCouncil, type Session, sitsAs, visibleSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { claimSession } from './session-guards.ts';

export interface RecuseMemberProps {
  sessionId: string;
  itemId: string;
  reason: string;
  /** Whom the chair keeps from the vote; the member's own declaration where it is left out. */
  personId?: string | undefined;
}

/**
 * Keeps a member from the vote on one nomination (không tham gia biểu quyết): declared by the member, or ordered by the
 * chair and recorded by chair or secretary. A ballot the member cast on it before is taken back.
 * @throws ApiError session_not_found, forbidden, session_closed, agenda_item_not_found, agenda_item_decided,
 *   not_a_member, member_not_found, member_recused
 */
export async function recuseMember(context: CommandContext, props: RecuseMemberProps): Promise<void> {
  const { db, actor, today } = context;
  const { sessionId, itemId, reason, personId = actor.personId } = props;
  const { councilId } = await visibleSession(context, sessionId);
  const declared = personId === actor.personId;
  if (!declared && !(await managesCouncil(db, actor, councilId, today))) throw new ApiError('forbidden');
  await db.transaction(async (tx) => {
    const session = await claimSession(tx, sessionId, ['planned', 'open']);
    if (!session) throw new ApiError('session_closed');
    await recordRecusal(tx, context, session, {
      itemId,
      personId,
      kind: declared ? 'declared' : 'ordered',
      reason,
    });
  });
  context.announce(sessionId);
}

/**
 * Records a recusal in a session that the transaction has alone, and takes back the member's ballot.
 * @throws ApiError agenda_item_not_found, agenda_item_decided, not_a_member, member_not_found, member_recused
 */
export async function recordRecusal(
  tx: Executor,
  context: CommandContext,
  session: Session,
  {
    itemId,
    personId,
    kind,
    reason,
  }: Pick<typeof recusals.$inferSelect, 'personId' | 'kind' | 'reason'> & { itemId: string },
): Promise<void> {
  const { actor, now, today, ballotSecrets } = context;
  const [item] = await tx
    .select({ result: agendaItems.result })
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.sessionId, session.id)));
  if (!item) throw new ApiError('agenda_item_not_found');
  if (item.result !== null) throw new ApiError('agenda_item_decided');
  const member = await memberOf(tx, session, personId, today);
  if (!member) throw new ApiError(kind === 'declared' ? 'not_a_member' : 'member_not_found');
  const recorded = await tx
    .insert(recusals)
    .values({ agendaItemId: itemId, personId, kind, reason, recordedBy: actor.accountId, recordedAt: now })
    .onConflictDoNothing()
    .returning({ personId: recusals.personId });
  if (recorded.length === 0) throw new ApiError('member_recused');
  if (member.sessionMemberId !== null) {
    await tx
      .delete(ballots)
      .where(and(eq(ballots.agendaItemId, itemId), eq(ballots.sessionMemberId, member.sessionMemberId)));
    if (session.ballotKind === 'secret') {
      const place = ballotSecrets.box(session.id, session.boxSecretId).place(member.voterId, itemId);
      await tx.delete(sealedBallots).where(eq(sealedBallots.place, place));
    }
  }
  await writeAudit(tx, context, {
    action: 'member.recuse',
    subjectKind: 'session',
    subjectId: session.id,
    details: { itemId, personId, kind, reason },
  });
}

/** The person as a member: of the opened session, or before it of the council today. */
async function memberOf(
  tx: Executor,
  { id, councilId, status }: Session,
  personId: string,
  today: string,
): Promise<{ sessionMemberId: string | null; voterId: string } | undefined> {
  const [member] =
    status === 'planned'
      ? await tx
          .select({ sessionMemberId: sql<null>`null`, voterId: councilMembers.personId })
          .from(councilMembers)
          .where(
            and(
              eq(councilMembers.councilId, councilId),
              eq(councilMembers.personId, personId),
              inOffice(today),
            ),
          )
      : await tx
          .select({ sessionMemberId: sessionMembers.id, voterId: sessionMembers.voterId })
          .from(sessionMembers)
          .where(and(eq(sessionMembers.sessionId, id), sitsAs(personId)));
  return member;
}
