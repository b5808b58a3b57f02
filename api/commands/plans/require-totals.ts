import { eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { itemsOfPlan } from '../../../db/plans/items.ts';
import { units } from '../../../db/schema/index.ts';
import { unitsOffTotal } from '../../../domain/plan/plan-item.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { lockPlan, unitsWithPart } from './plan-guards.ts';

/**
 * A plan is only finished when the points of every receiving unit add up to the total that it sets (source 001: 2.800 điểm).
 * @throws ApiError plan_total_off
 */
export async function requireTotals(tx: Executor, _: CommandContext, task: TaskRow): Promise<void> {
  const plan = await lockPlan(tx, task.subjectId);
  if (plan.totalPoints === null) return;
  const items = await itemsOfPlan(tx, { planId: plan.id, version: plan.version });
  const off = unitsOffTotal(items, await unitsWithPart(tx, plan.id, 'receiver'), plan.totalPoints);
  const [first] = off;
  if (!first) return;
  const [unit] = await tx.select({ name: units.name }).from(units).where(eq(units.id, first.unitId));
  throw new ApiError('plan_total_off', {
    parameters: {
      unit: unit?.name ?? first.unitId,
      points: first.points,
      total: plan.totalPoints,
      count: off.length,
    },
  });
}
