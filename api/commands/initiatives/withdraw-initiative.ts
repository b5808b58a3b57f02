import { eq } from 'drizzle-orm';
import { appendEvent } from '../../../db/outbox.ts';
import { isOwnDecision } from '../../../db/papers/own-decision.ts';
import { initiativeApplications, papers, referrals } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { isUnderWay, keptApplication } from '../../policies/initiatives.ts';
import { writeAudit } from '../audit.ts';
import { removeFromAgendas } from '../councils/remove-from-agendas.ts';

export interface WithdrawInitiativeProps {
  applicationId: string;
  reason: string;
}

/**
 * Withdraws a submitted application until its decision is signed: an author or a clerk of the unit does. It leaves the agenda of
 * a planned session; while a council is voting on it, it is locked.
 * @throws ApiError initiative_not_found, forbidden, initiative_not_withdrawable, withdrawal_pending, nomination_locked,
 *   version_conflict, instance_ended
 */
export async function withdrawInitiative(
  context: CommandContext,
  { applicationId, reason }: WithdrawInitiativeProps,
): Promise<void> {
  const { db, actor } = context;
  const { instanceId } = await keptApplication(context, applicationId);
  if (!instanceId) throw new ApiError('initiative_not_withdrawable');
  await db.transaction(async (tx) => {
    // The instance before its subject, as every step locks them.
    await appendEvent(tx, {
      instanceId,
      event: { type: 'message', name: 'initiative-withdrawn', correlationKey: applicationId, variables: {} },
      accountId: actor.accountId,
    });
    const [current] = await tx
      .select()
      .from(initiativeApplications)
      .where(eq(initiativeApplications.id, applicationId))
      .for('update');
    const [signed] = await tx
      .select({ id: papers.id })
      .from(papers)
      .where(isOwnDecision(applicationId))
      .limit(1);
    if (!current || !isUnderWay(current) || signed) throw new ApiError('initiative_not_withdrawable');
    if (current.endReason !== null) throw new ApiError('withdrawal_pending');
    await tx
      .update(initiativeApplications)
      .set({ endReason: reason })
      .where(eq(initiativeApplications.id, applicationId));
    await removeFromAgendas(tx, eq(referrals.subjectId, applicationId), reason);
    await writeAudit(tx, context, {
      action: 'initiative.withdraw',
      subjectKind: 'initiative',
      subjectId: applicationId,
      details: { reason },
    });
  });
  context.deliver(instanceId);
}
