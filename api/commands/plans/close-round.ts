import { and, eq, inArray } from 'drizzle-orm';
import { appendEvent } from '../../../db/outbox.ts';
import { planElements, planMessages } from '../../../db/plans/process.ts';
import { tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedPlan } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';

/**
 * Closes the proposals or opinions that are being gathered before their last day; who has not answered is no longer asked.
 * @throws ApiError plan_not_found, forbidden, plan_round_not_open, instance_ended
 */
export async function closeRound(
  context: CommandContext,
  { planId, reason }: { planId: string; reason: string },
): Promise<void> {
  const { db, actor } = context;
  const { instanceId } = await managedPlan(context, planId);
  if (instanceId === null) throw new ApiError('plan_round_not_open');
  await db.transaction(async (tx) => {
    await appendEvent(tx, {
      instanceId,
      event: { type: 'message', name: planMessages.roundClosed, correlationKey: planId, variables: {} },
      accountId: actor.accountId,
    });
    const asked = await tx
      .select({ element: tasks.element })
      .from(tasks)
      .where(
        and(
          eq(tasks.instanceId, instanceId),
          inArray(tasks.element, [planElements.proposals, planElements.opinions]),
          inArray(tasks.status, ['open', 'claimed']),
        ),
      );
    if (asked.length === 0) throw new ApiError('plan_round_not_open');
    await writeAudit(tx, context, {
      action: 'plan.close_round',
      subjectKind: 'plan',
      subjectId: planId,
      details: { reason, round: asked[0]?.element, unanswered: asked.length },
    });
  });
  context.deliver(instanceId);
}
