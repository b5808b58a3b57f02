import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { planScorings, planUnits, tasks, workPlans } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { coversUnit, unitRoles, unitsBelow } from './places.ts';

export type Plan = typeof workPlans.$inferSelect;
export type Scoring = typeof planScorings.$inferSelect;

/** Who reads, in a transaction or outside one. */
type Reader = Pick<CommandContext, 'actor'> & { db: Executor };

/**
 * Condition on `work_plans`: may the actor read the row? Whoever has a role on the organisation or above it, or on a unit that
 * has part in the plan.
 */
export function planVisibleTo(actor: Actor): SQL | undefined {
  const units = unitsBelow(unitsOfRoles(actor, unitRoles));
  return or(
    inArray(workPlans.unitId, units),
    sql`exists (select from ${planUnits} where ${planUnits.planId} = ${workPlans.id} and ${planUnits.unitId} in ${units})`,
  );
}

/** The standing body of the plan's organisation manages it: its appraisers. */
export const managesPlan = (actor: Actor, { unitId }: Pick<Plan, 'unitId'>): boolean =>
  unitsOfRoles(actor, ['appraiser']).includes(unitId);

/** The plan, if the actor may read it. @throws ApiError plan_not_found */
export async function visiblePlan({ db, actor }: Reader, planId: string): Promise<Plan> {
  const [plan] = await db
    .select()
    .from(workPlans)
    .where(and(eq(workPlans.id, planId), planVisibleTo(actor)));
  if (!plan) throw new ApiError('plan_not_found');
  return plan;
}

/** The plan, for a command of the standing body. @throws ApiError plan_not_found, forbidden */
export async function managedPlan(context: Reader, planId: string): Promise<Plan> {
  const plan = await visiblePlan(context, planId);
  if (!managesPlan(context.actor, plan)) throw new ApiError('forbidden');
  return plan;
}

/** The scoring with its plan, if the actor may read the plan. @throws ApiError scoring_not_found */
export async function visibleScoring(
  { db, actor }: Reader,
  scoringId: string,
): Promise<{ scoring: Scoring; plan: Plan }> {
  const [row] = await db
    .select({ scoring: planScorings, plan: workPlans })
    .from(planScorings)
    .innerJoin(workPlans, eq(workPlans.id, planScorings.planId))
    .where(and(eq(planScorings.id, scoringId), planVisibleTo(actor)));
  if (!row) throw new ApiError('scoring_not_found');
  return row;
}

/**
 * The scoring, for a clerk of the unit that scores or the standing body.
 * @throws ApiError scoring_not_found, forbidden
 */
export async function scoringOfUnit(context: Reader, scoringId: string, unitId: string) {
  const found = await visibleScoring(context, scoringId);
  if (!(await writesFor(context, found.plan, unitId))) throw new ApiError('forbidden');
  return found;
}

/** May the actor write what a unit puts into a plan: its clerk, or the standing body for it. */
export async function writesFor({ db, actor }: Reader, plan: Plan, unitId: string): Promise<boolean> {
  return managesPlan(actor, plan) || coversUnit(db, actor, ['clerk'], unitId);
}

/** Has the unit an open task of the element in the instance: is it still asked? */
export async function isAsked(
  db: Executor,
  { instanceId, element, unitId }: { instanceId: string; element: string; unitId: string },
): Promise<boolean> {
  const [task] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.instanceId, instanceId),
        eq(tasks.element, element),
        eq(tasks.candidateUnitId, unitId),
        inArray(tasks.status, ['open', 'claimed']),
      ),
    )
    .limit(1);
  return task !== undefined;
}
