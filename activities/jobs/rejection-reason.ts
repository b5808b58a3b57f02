import { desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { agendaItems, nominations, referrals } from '../../db/schema/index.ts';
import { lastDecision } from './last-decision.ts';

/** Why a dossier was rejected: the reason of the person who did it, or the votes of the council that passed nobody. */
export async function rejectionReason(tx: Executor, dossierId: string): Promise<string> {
  const [referral] = await tx
    .select()
    .from(referrals)
    .where(eq(referrals.subjectId, dossierId))
    .orderBy(desc(referrals.createdAt))
    .limit(1);
  const decision = await lastDecision(tx, dossierId, 'reject');
  if (decision?.reason && (!referral || (decision.decidedAt ?? referral.createdAt) >= referral.createdAt)) {
    return decision.reason;
  }
  if (!referral) return decision?.reason ?? 'Không còn đề nghị nào được xét.';
  const [best] = await tx
    .select({
      inFavour: sql<number>`coalesce(max(${agendaItems.inFavour}), 0)`,
      needed: sql<number>`coalesce(max(${agendaItems.needed}), 0)`,
    })
    .from(agendaItems)
    .innerJoin(nominations, eq(nominations.id, agendaItems.nominationId))
    .where(eq(agendaItems.referralId, referral.id));
  return `Hội đồng không thông qua đề nghị nào: cao nhất ${best?.inFavour ?? 0} phiếu tán thành, cần ${best?.needed ?? 0}.`;
}
