import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, initiativeApplications, referrals } from '../../../db/schema/index.ts';
import { forInitiative, header } from '../job.ts';
import { lastDecision } from '../last-decision.ts';

const statuses = ['running', 'returned', 'refused', 'withdrawn'] as const;

/**
 * `set-initiative-status` (header `status`): moves the application. A refusal takes its reason from the head or the council's
 * vote; the reason of a withdrawal was stored by the author's command.
 */
export const setInitiativeStatus = forInitiative(async ({ tx, application, job }) => {
  const status = header(job, 'status', statuses);
  const endReason = status === 'refused' ? await refusalReason(tx, application.id) : application.endReason;
  await tx
    .update(initiativeApplications)
    .set({ status, endReason, version: sql`${initiativeApplications.version} + 1` })
    .where(eq(initiativeApplications.id, application.id));
  return {};
});

/** Why it was refused: the head's reason, or why the council's newest item did not pass. */
async function refusalReason(tx: Executor, applicationId: string): Promise<string> {
  const decision = await lastDecision(tx, applicationId, 'reject');
  if (decision?.reason) return decision.reason;
  const [item] = await tx
    .select({ reason: agendaItems.reason })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(and(eq(agendaItems.applicationId, applicationId), isNotNull(agendaItems.reason)))
    .orderBy(desc(referrals.createdAt), desc(agendaItems.round))
    .limit(1);
  return item?.reason ?? 'Hội đồng sáng kiến không thông qua.';
}
