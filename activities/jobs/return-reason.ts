import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { agendaItems, referrals } from '../../db/schema/index.ts';
import { lastDecision } from './last-decision.ts';

/**
 * Why a dossier was returned: the reason of the person who did it, or those for which the council returned its items, each
 * named once, in the order of the agenda. Null where nobody has returned it.
 */
export async function returnReason(tx: Executor, dossierId: string): Promise<string | null> {
  const [referral] = await tx
    .select()
    .from(referrals)
    .where(eq(referrals.subjectId, dossierId))
    .orderBy(desc(referrals.createdAt))
    .limit(1);
  const decision = await lastDecision(tx, dossierId, 'return');
  if (!referral || (decision?.decidedAt && decision.decidedAt >= referral.createdAt)) {
    return decision?.reason ?? null;
  }
  const returned = await tx
    .select({ reason: agendaItems.reason })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.referralId, referral.id),
        eq(agendaItems.result, 'returned'),
        isNotNull(agendaItems.reason),
      ),
    )
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  const reasons = new Set(returned.map(({ reason }) => reason));
  return reasons.size > 0 ? [...reasons].join('\n') : (decision?.reason ?? null);
}
