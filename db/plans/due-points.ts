import { pointsDue, scoringPeriods } from '../../domain/plan/periods.ts';
import type { Executor } from '../client.ts';
import type { workPlans } from '../schema/index.ts';
import { itemsOfPlan } from './items.ts';

type Plan = typeof workPlans.$inferSelect;

/** Points that one unit can earn with one item in a period. */
export interface DueScore {
  itemId: string;
  assignerId: string;
  itemCode: string;
  itemName: string;
  unitId: string;
  due: number;
}

/** What is due in a period of an assigned plan, of one assigner or of all; nothing where the plan has no such period. */
export async function dueScores(
  db: Executor,
  plan: Plan,
  period: string,
  assignerId?: string,
): Promise<DueScore[]> {
  const wanted = scoringPeriods(plan, plan.rhythm).find(({ code }) => code === period);
  if (!wanted) return [];
  const items = await itemsOfPlan(db, {
    planId: plan.id,
    version: plan.version,
    ...(assignerId === undefined ? {} : { assignerId }),
  });
  return items.flatMap((item) =>
    Object.entries(item.points).flatMap(([unitId, points]): DueScore[] => {
      const due = pointsDue({ points, dueMonths: item.dueMonths }, plan, wanted);
      if (due === 0) return [];
      return [
        {
          itemId: item.id,
          assignerId: item.assignerId,
          itemCode: item.code,
          itemName: item.name,
          unitId,
          due,
        },
      ];
    }),
  );
}
