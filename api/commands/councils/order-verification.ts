import { eq } from 'drizzle-orm';
import { agendaItems, sealedBallots } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { countedItems } from '../../queries/agenda.ts';
import { writeAudit } from '../audit.ts';
import { takeUpAgain } from './council-outcomes.ts';
import { lockInstancesOf } from './council-results.ts';
import { claimSession, requireNotHeld } from './session-guards.ts';

export interface OrderVerificationProps {
  sessionId: string;
  itemId: string;
  reason: string;
}

/**
 * The chair orders a verification (xác minh): the item ends without a result, and its nomination waits for a second session,
 * which sees where it comes from and why. What was cast on it stays with this one, uncounted.
 * @throws ApiError session_not_found, forbidden, session_closed, agenda_item_not_found, agenda_item_decided,
 *   dossier_on_hold
 */
export async function orderVerification(
  context: CommandContext,
  { sessionId, itemId, reason }: OrderVerificationProps,
): Promise<void> {
  await managedSession(context, sessionId);
  await context.db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    if (!(await claimSession(tx, sessionId, ['planned', 'open']))) throw new ApiError('session_closed');
    const entry = (await countedItems(tx, sessionId)).find(({ item }) => item.id === itemId);
    if (!entry) throw new ApiError('agenda_item_not_found');
    if (entry.item.result !== null) throw new ApiError('agenda_item_decided');
    requireNotHeld([entry]);
    await tx.update(agendaItems).set({ result: 'undecided', reason }).where(eq(agendaItems.id, itemId));
    // What was put into the box before stays unread.
    await tx.delete(sealedBallots).where(eq(sealedBallots.agendaItemId, itemId));
    await takeUpAgain(tx, [entry], null);
    await writeAudit(tx, context, {
      action: 'agenda_item.verify',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { itemId, reason },
    });
  });
  context.announce(sessionId);
}
