import { and, eq, isNull } from 'drizzle-orm';
import { agendaItems, dossierHolds, referrals, sealedBallots } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { finishReferrals, lockInstancesOf, writeResults } from './council-results.ts';
import { claimSession, requireNotHeld } from './session-guards.ts';

export interface DecideAgendaItemProps {
  sessionId: string;
  itemId: string;
  /** `returned`: the proposer supplements, the council sees it again; `removed`: it is not put to the vote at all. */
  result: 'returned' | 'removed';
  reason: string;
}

/**
 * Takes an item off the agenda of a planned or open session without a vote, with a reason.
 * @throws ApiError session_not_found, forbidden, session_closed, agenda_item_not_found, agenda_item_decided,
 *   dossier_on_hold
 */
export async function decideAgendaItem(context: CommandContext, props: DecideAgendaItemProps): Promise<void> {
  const { db, actor, now } = context;
  const { sessionId, itemId, result, reason } = props;
  await managedSession(context, sessionId);
  const instances = await db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    if (!(await claimSession(tx, sessionId, ['planned', 'open']))) throw new ApiError('session_closed');
    const [row] = await tx
      .select({ item: agendaItems, referral: referrals, held: dossierHolds.reason })
      .from(agendaItems)
      .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
      .leftJoin(
        dossierHolds,
        and(eq(dossierHolds.dossierId, referrals.subjectId), isNull(dossierHolds.resumedAt)),
      )
      .where(and(eq(agendaItems.id, itemId), eq(agendaItems.sessionId, sessionId)));
    if (!row) throw new ApiError('agenda_item_not_found');
    if (row.item.result !== null) throw new ApiError('agenda_item_decided');
    requireNotHeld([row]);
    await tx.update(agendaItems).set({ result, reason }).where(eq(agendaItems.id, itemId));
    // What was put into the box before stays unread.
    await tx.delete(sealedBallots).where(eq(sealedBallots.agendaItemId, itemId));
    await writeResults(tx, [{ ...row, status: result, reason }], now);
    const finished = await finishReferrals(tx, sessionId, actor.accountId);
    await writeAudit(tx, context, {
      action: `agenda_item.${result === 'returned' ? 'return' : 'remove'}`,
      subjectKind: 'session',
      subjectId: sessionId,
      details: { itemId, reason },
    });
    return finished;
  });
  for (const instanceId of instances) context.deliver(instanceId);
  context.announce(sessionId);
}
