import { eq } from 'drizzle-orm';
import { planProcess } from '../../../db/plans/process.ts';
import { workPlans } from '../../../db/schema/index.ts';
import { endOfTerm } from '../../../engine/time/local-date.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedPlan } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';
import { startInstance } from '../instances/start-instance.ts';
import { lockPlan, unitsWithPart } from './plan-guards.ts';

export interface StartPlanProps {
  planId: string;
  /** Last days, ISO dates. */
  proposalsDue: string;
  opinionsDue: string;
}

/**
 * Starts the two rounds of a draft plan: its process asks the units that propose at once.
 * @throws ApiError plan_not_found, forbidden, plan_not_draft, plan_date_past, process_not_deployed
 */
export async function startPlan(context: CommandContext, props: StartPlanProps): Promise<void> {
  const { db, today } = context;
  const { planId, proposalsDue, opinionsDue } = props;
  await managedPlan(context, planId);
  for (const [date, after] of [
    [proposalsDue, today],
    [opinionsDue, proposalsDue],
  ] as const)
    if (date < after) throw new ApiError('plan_date_past', { parameters: { date } });
  const instanceId = await db.transaction(async (tx) => {
    const plan = await lockPlan(tx, planId);
    if (plan.status !== 'draft') throw new ApiError('plan_not_draft');
    const started = await startInstance(tx, context, planProcess, {
      planId,
      proposers: await unitsWithPart(tx, planId, 'proposer'),
      advisers: await unitsWithPart(tx, planId, 'adviser'),
      proposalsDue: endOfTerm(proposalsDue),
      opinionsDue: endOfTerm(opinionsDue),
    });
    await tx
      .update(workPlans)
      .set({ status: 'running', instanceId: started })
      .where(eq(workPlans.id, planId));
    await writeAudit(tx, context, {
      action: 'plan.start',
      subjectKind: 'plan',
      subjectId: planId,
      details: { instanceId: started, proposalsDue, opinionsDue },
    });
    return started;
  });
  context.deliver(instanceId);
}
