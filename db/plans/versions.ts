import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { planVersions, workPlans } from '../schema/index.ts';

/** Opens the next version of a plan, which begins with the items of the last one. Returns its number. */
export async function openVersion(
  tx: Executor,
  plan: { id: string; version: number },
  now: Date,
): Promise<number> {
  const number = plan.version + 1;
  await tx.insert(planVersions).values({ planId: plan.id, number, openedAt: now });
  await tx.update(workPlans).set({ version: number }).where(eq(workPlans.id, plan.id));
  return number;
}

/** Closes the version that is open; from now on it never changes. Returns whether there was one. */
export async function closeVersion(tx: Executor, planId: string, now: Date): Promise<boolean> {
  const closed = await tx
    .update(planVersions)
    .set({ closedAt: now })
    .where(and(eq(planVersions.planId, planId), isNull(planVersions.closedAt)))
    .returning({ number: planVersions.number });
  return closed.length > 0;
}
