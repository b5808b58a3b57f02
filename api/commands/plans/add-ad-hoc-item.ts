import { addItems, itemsOfPlan } from '../../../db/plans/items.ts';
import { closeVersion, openVersion } from '../../../db/plans/versions.ts';
import type { CommandContext } from '../../context.ts';
import type { WrittenItem } from '../../contract/plans.ts';
import { ApiError } from '../../errors.ts';
import { managedPlan } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';
import { lockPlan, requireProposer, spelledOut, unitsWithPart } from './plan-guards.ts';

export interface AdHocItemProps {
  planId: string;
  assignerId: string;
  item: WrittenItem;
  reason: string;
}

/**
 * Adds work that came up while the plan runs (nhiệm vụ đột xuất), so that it is scored too (source 001). The plan gets a version
 * with it; what was assigned stays as it was.
 * @throws ApiError plan_not_found, forbidden, plan_unit_not_proposer, plan_not_assigned, plan_item_twice, plan_unit_not_receiver
 */
export async function addAdHocItem(context: CommandContext, props: AdHocItemProps): Promise<void> {
  const { db, now } = context;
  const { planId, assignerId, reason } = props;
  await managedPlan(context, planId);
  await requireProposer(db, planId, assignerId);
  await db.transaction(async (tx) => {
    const plan = await lockPlan(tx, planId);
    if (plan.status !== 'assigned') throw new ApiError('plan_not_assigned');
    const present = await itemsOfPlan(tx, { planId, version: plan.version, assignerId });
    const { code } = props.item;
    if (present.some((item) => item.code === code))
      throw new ApiError('plan_item_twice', { parameters: { code } });
    const items = spelledOut([props.item], assignerId, await unitsWithPart(tx, planId, 'receiver'));
    const version = await openVersion(tx, plan, now);
    await addItems(
      tx,
      { id: planId, version },
      items.map((item) => ({ ...item, adHoc: true, reason })),
    );
    await closeVersion(tx, planId, now);
    await writeAudit(tx, context, {
      action: 'plan.ad_hoc',
      subjectKind: 'plan',
      subjectId: planId,
      details: { assignerId, code, reason, version },
    });
  });
}
