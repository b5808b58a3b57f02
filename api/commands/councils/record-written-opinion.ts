import { and, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, documents, referrals, sessionMembers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { lockOpenSession } from './session-guards.ts';
import { auditedBallots, type BallotEntry, storeBallots } from './store-ballots.ts';

export interface RecordWrittenOpinionProps {
  sessionId: string;
  /** The absent member. */
  personId: string;
  ballots: BallotEntry[];
  /** The signed opinion, a document of kind `written_opinion` in a dossier of the agenda. */
  documentId: string;
}

/**
 * The secretary records the written opinion of an absent member as ballots (NĐ 98/2023 Đ30(7)); they stay attributable.
 * @throws ApiError session_not_found, forbidden, session_not_open, member_not_found, member_is_present,
 *   written_opinion_not_found, ballot_listed_twice, not_on_agenda, agenda_item_decided
 */
export async function recordWrittenOpinion(
  context: CommandContext,
  props: RecordWrittenOpinionProps,
): Promise<void> {
  const { sessionId, personId, ballots: entries, documentId } = props;
  await managedSession(context, sessionId);
  await context.db.transaction(async (tx) => {
    await lockOpenSession(tx, sessionId, 'share');
    const [member] = await tx
      .select()
      .from(sessionMembers)
      .where(and(eq(sessionMembers.sessionId, sessionId), eq(sessionMembers.personId, personId)));
    if (!member) throw new ApiError('member_not_found');
    if (member.present) throw new ApiError('member_is_present');
    await requireOpinion(tx, sessionId, documentId);
    await storeBallots(tx, {
      sessionId,
      sessionMemberId: member.id,
      entries,
      channel: 'written',
      documentId,
      castAt: context.now,
    });
    await writeAudit(tx, context, {
      action: 'ballot.record_written',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { personId, documentId, ballots: auditedBallots(entries) },
    });
  });
}

async function requireOpinion(tx: Executor, sessionId: string, documentId: string): Promise<void> {
  const dossiersOnAgenda = tx
    .select({ id: referrals.dossierId })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(eq(agendaItems.sessionId, sessionId));
  const [found] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.id, documentId),
        eq(documents.kind, 'written_opinion'),
        inArray(documents.dossierId, dossiersOnAgenda),
      ),
    );
  if (!found) throw new ApiError('written_opinion_not_found');
}
