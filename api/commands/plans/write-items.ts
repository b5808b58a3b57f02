import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { replaceItems } from '../../../db/plans/items.ts';
import { planElements } from '../../../db/plans/process.ts';
import { planVersions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { WrittenItem } from '../../contract/plans.ts';
import { ApiError } from '../../errors.ts';
import { isAsked, managesPlan, type Plan, visiblePlan, writesFor } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';
import { lockPlan, requireProposer, spelledOut, unitsWithPart } from './plan-guards.ts';

export interface WriteItemsProps {
  planId: string;
  /** Unit that assigns the items. */
  assignerId: string;
  /** All of them: what is left out is no longer in the plan. */
  items: WrittenItem[];
}

/**
 * Writes what one unit assigns into the version that is open: the unit's clerk while the unit is asked for its proposal, the
 * standing body in a draft and between the rounds.
 * @throws ApiError plan_not_found, forbidden, plan_unit_not_proposer, plan_round_closed, plan_item_twice, plan_unit_not_receiver
 */
export async function writeItems(context: CommandContext, props: WriteItemsProps): Promise<void> {
  const { db } = context;
  const { planId, assignerId } = props;
  const seen = await visiblePlan(context, planId);
  if (!(await writesFor(context, seen, assignerId))) throw new ApiError('forbidden');
  await requireProposer(db, planId, assignerId);
  const receivers = await unitsWithPart(db, planId, 'receiver');
  const items = spelledOut(props.items, assignerId, receivers);
  await db.transaction(async (tx) => {
    const plan = await lockPlan(tx, planId);
    if (!(await isWritable(tx, context, plan, assignerId))) throw new ApiError('plan_round_closed');
    await replaceItems(tx, plan, assignerId, items);
    await writeAudit(tx, context, {
      action: 'plan.write',
      subjectKind: 'plan',
      subjectId: planId,
      details: { assignerId, version: plan.version, items: items.length },
    });
  });
}

/** Whether what a unit assigns may be written now by the actor. */
async function isWritable(
  db: Executor,
  { actor }: Pick<CommandContext, 'actor'>,
  plan: Plan,
  assignerId: string,
): Promise<boolean> {
  const [open] = await db
    .select({ number: planVersions.number })
    .from(planVersions)
    .where(and(eq(planVersions.planId, plan.id), isNull(planVersions.closedAt)));
  if (!open) return false;
  if (managesPlan(actor, plan)) return true;
  if (plan.instanceId === null) return false;
  return isAsked(db, {
    instanceId: plan.instanceId,
    element: planElements.proposals,
    unitId: assignerId,
  });
}
