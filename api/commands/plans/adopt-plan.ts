import { eq } from 'drizzle-orm';
import { closeVersion } from '../../../db/plans/versions.ts';
import { workPlans } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedPlan } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';
import { lockPlan } from './plan-guards.ts';

export interface AdoptPlanProps {
  planId: string;
  paperSymbol: string;
  /** Day of the paper, ISO date. */
  assignedOn: string;
}

/**
 * Takes over a plan that was assigned by a paper elsewhere, as one of an earlier year that the next is compared with.
 * @throws ApiError plan_not_found, forbidden, plan_not_draft, plan_date_past
 */
export async function adoptPlan(context: CommandContext, props: AdoptPlanProps): Promise<void> {
  const { db, now, today } = context;
  const { planId, paperSymbol, assignedOn } = props;
  await managedPlan(context, planId);
  if (assignedOn > today) throw new ApiError('plan_date_past', { parameters: { date: assignedOn } });
  await db.transaction(async (tx) => {
    const plan = await lockPlan(tx, planId);
    if (plan.status !== 'draft') throw new ApiError('plan_not_draft');
    await closeVersion(tx, planId, now);
    await tx
      .update(workPlans)
      .set({ status: 'assigned', paperSymbol, assignedOn })
      .where(eq(workPlans.id, planId));
    await writeAudit(tx, context, {
      action: 'plan.adopt',
      subjectKind: 'plan',
      subjectId: planId,
      details: { paperSymbol, assignedOn },
    });
  });
}
