import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import {
  agendaItems,
  ballots,
  dossierHolds,
  recusals,
  referrals,
  sessionMembers,
} from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { Choice } from '../../contract/ballots.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { isAgendaPaper, requireNotHeld, shareOpenSession } from './session-guards.ts';

export interface RecordWrittenOpinionProps {
  sessionId: string;
  /** The absent member. */
  personId: string;
  ballots: { agendaItemId: string; choice: Choice }[];
  /** The signed opinion, a document of kind `written_opinion` of a subject on the agenda. */
  documentId: string;
}

/**
 * The secretary records the written opinion of an absent member as ballots (NĐ 98/2023 Đ30(7)). It is attributable, also
 * where the others vote secretly: its author signed it. A later opinion replaces an earlier one.
 * @throws ApiError session_not_found, forbidden, session_not_open, member_not_found, member_is_present,
 *   written_opinion_not_found, ballot_listed_twice, not_on_agenda, agenda_item_decided,
 *   member_recused, dossier_on_hold
 */
export async function recordWrittenOpinion(
  context: CommandContext,
  props: RecordWrittenOpinionProps,
): Promise<void> {
  const { sessionId, personId, ballots: entries, documentId } = props;
  await managedSession(context, sessionId);
  await context.db.transaction(async (tx) => {
    await shareOpenSession(tx, sessionId);
    const [member] = await tx
      .select()
      .from(sessionMembers)
      .where(and(eq(sessionMembers.sessionId, sessionId), eq(sessionMembers.personId, personId)));
    if (!member) throw new ApiError('member_not_found');
    if (member.present || member.voted) throw new ApiError('member_is_present');
    if (!(await isAgendaPaper(tx, sessionId, { documentId, kind: 'written_opinion' })))
      throw new ApiError('written_opinion_not_found');
    await requireVotable(tx, sessionId, personId, entries);
    const shared = {
      sessionMemberId: member.id,
      channel: 'written',
      documentId,
      castAt: context.now,
    } as const;
    await tx
      .insert(ballots)
      .values(entries.map((entry) => ({ ...entry, ...shared })))
      .onConflictDoUpdate({
        target: [ballots.agendaItemId, ballots.sessionMemberId],
        set: {
          choice: sql`excluded.choice`,
          version: sql`${ballots.version} + 1`,
          documentId: sql`excluded.document_id`,
          castAt: sql`excluded.cast_at`,
        },
      });
    await writeAudit(tx, context, {
      action: 'ballot.record_written',
      subjectKind: 'session',
      subjectId: sessionId,
      details: {
        personId,
        documentId,
        ballots: Object.fromEntries(entries.map(({ agendaItemId, choice }) => [agendaItemId, choice])),
      },
    });
  });
  context.announce(sessionId);
}

async function requireVotable(
  tx: Executor,
  sessionId: string,
  personId: string,
  entries: RecordWrittenOpinionProps['ballots'],
): Promise<void> {
  const ids = entries.map(({ agendaItemId }) => agendaItemId);
  if (new Set(ids).size !== ids.length) throw new ApiError('ballot_listed_twice');
  const items = await tx
    .select({ result: agendaItems.result, recused: recusals.personId, held: dossierHolds.reason })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .leftJoin(
      dossierHolds,
      and(eq(dossierHolds.dossierId, referrals.subjectId), isNull(dossierHolds.resumedAt)),
    )
    .leftJoin(recusals, and(eq(recusals.agendaItemId, agendaItems.id), eq(recusals.personId, personId)))
    .where(and(eq(agendaItems.sessionId, sessionId), inArray(agendaItems.id, ids)));
  if (items.length !== ids.length) throw new ApiError('not_on_agenda');
  if (items.some(({ result }) => result !== null)) throw new ApiError('agenda_item_decided');
  if (items.some(({ recused }) => recused !== null)) throw new ApiError('member_recused');
  requireNotHeld(items);
}
