import { and, eq, inArray } from 'drizzle-orm';
import { appendEvent } from '../../../db/outbox.ts';
import { planElements, planMessages } from '../../../db/plans/process.ts';
import { planScorings, scoringExtensions, tasks } from '../../../db/schema/index.ts';
import { endOfTerm } from '../../../engine/time/local-date.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managesPlan, visibleScoring } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';

export interface ExtendScoringProps {
  scoringId: string;
  dueOn: string;
  reason: string;
}

/**
 * Puts the last day for the sheets off, with the reason (source 001: "đẩy lùi thời gian chấm điểm"). What was not handed in is
 * asked for again with the new day.
 * @throws ApiError scoring_not_found, forbidden, scoring_not_open, scoring_not_awaited, plan_date_past, instance_ended
 */
export async function extendScoring(context: CommandContext, props: ExtendScoringProps): Promise<void> {
  const { db, actor, now, today } = context;
  const { scoringId, dueOn, reason } = props;
  const { scoring, plan } = await visibleScoring(context, scoringId);
  if (!managesPlan(actor, plan)) throw new ApiError('forbidden');
  const { instanceId } = scoring;
  if (scoring.status !== 'open') throw new ApiError('scoring_not_open');
  await db.transaction(async (tx) => {
    await appendEvent(tx, {
      instanceId,
      event: {
        type: 'message',
        name: planMessages.scoringExtended,
        correlationKey: scoringId,
        variables: { scoringDue: endOfTerm(dueOn) },
      },
      accountId: actor.accountId,
    });
    const [present] = await tx
      .select({ dueOn: planScorings.dueOn })
      .from(planScorings)
      .where(eq(planScorings.id, scoringId));
    if (!present || dueOn <= present.dueOn || dueOn < today)
      throw new ApiError('plan_date_past', { parameters: { date: dueOn } });
    const awaited = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(
        and(
          eq(tasks.instanceId, instanceId),
          eq(tasks.element, planElements.score),
          inArray(tasks.status, ['open', 'claimed']),
        ),
      );
    if (awaited.length === 0) throw new ApiError('scoring_not_awaited');
    await tx.update(planScorings).set({ dueOn }).where(eq(planScorings.id, scoringId));
    await tx
      .insert(scoringExtensions)
      .values({ scoringId, from: present.dueOn, to: dueOn, reason, extendedBy: actor.accountId, at: now });
    await writeAudit(tx, context, {
      action: 'scoring.extend',
      subjectKind: 'scoring',
      subjectId: scoringId,
      details: { from: present.dueOn, to: dueOn, reason },
    });
  });
  context.deliver(instanceId);
}
