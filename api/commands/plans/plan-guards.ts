import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { planUnits, workPlans } from '../../../db/schema/index.ts';
import type { PlanItem } from '../../../domain/plan/plan-item.ts';
import type { WrittenItem } from '../../contract/plans.ts';
import { ApiError } from '../../errors.ts';
import type { Plan } from '../../policies/plans.ts';

/** Locks a plan against everybody else who changes it, and reads it anew. @throws ApiError plan_not_found */
export async function lockPlan(tx: Executor, planId: string): Promise<Plan> {
  const [plan] = await tx.select().from(workPlans).where(eq(workPlans.id, planId)).for('update');
  if (!plan) throw new ApiError('plan_not_found');
  return plan;
}

type Part = (typeof planUnits.$inferSelect)['part'];

/** Units that have a part in a plan, by their ids. */
export async function unitsWithPart(db: Executor, planId: string, part: Part): Promise<string[]> {
  const rows = await db
    .select({ unitId: planUnits.unitId })
    .from(planUnits)
    .where(and(eq(planUnits.planId, planId), eq(planUnits.part, part)))
    .orderBy(asc(planUnits.unitId));
  return rows.map(({ unitId }) => unitId);
}

/** @throws ApiError plan_unit_not_proposer */
export async function requireProposer(db: Executor, planId: string, unitId: string): Promise<void> {
  if (!(await unitsWithPart(db, planId, 'proposer')).includes(unitId))
    throw new ApiError('plan_unit_not_proposer');
}

/**
 * Items as people write them, with the points of every unit spelt out.
 * @throws ApiError plan_item_twice, plan_unit_not_receiver
 */
export function spelledOut(
  items: readonly WrittenItem[],
  assignerId: string,
  receivers: readonly string[],
): PlanItem[] {
  const known = new Set(receivers);
  const codes = new Set<string>();
  return items.map(({ pointsEach, points, ...item }) => {
    if (codes.has(item.code)) throw new ApiError('plan_item_twice', { parameters: { code: item.code } });
    codes.add(item.code);
    if (points.some(({ unitId }) => !known.has(unitId)))
      throw new ApiError('plan_unit_not_receiver', { parameters: { code: item.code } });
    const byUnit = new Map(points.map(({ unitId, points: own }) => [unitId, own]));
    const everybody = receivers.flatMap((unitId): [string, number][] => {
      const own = byUnit.get(unitId) ?? pointsEach;
      return own === null ? [] : [[unitId, own]];
    });
    return { ...item, assignerId, adHoc: false, points: Object.fromEntries(everybody) };
  });
}
