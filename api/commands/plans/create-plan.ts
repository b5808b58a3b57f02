import { inArray, sql } from 'drizzle-orm';
import { advisoryLocks } from '../../../db/advisory-locks.ts';
import type { Executor } from '../../../db/client.ts';
import { carryItems } from '../../../db/plans/items.ts';
import { planUnits, planVersions, units, workPlans } from '../../../db/schema/index.ts';
import { planYearOpensOn } from '../../../domain/plan/periods.ts';
import type { CommandContext } from '../../context.ts';
import type { CreatePlanRequest } from '../../contract/plans.ts';
import { ApiError } from '../../errors.ts';
import { managesPlan, type Plan, visiblePlan } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';

/**
 * Begins the work plan of an organisation for a year, as a draft of its standing body: version 1 is open and holds what the
 * plan of the year before ended with. Returns its id.
 * @throws ApiError forbidden, unit_not_found, plan_not_found, plan_previous_unfit, plan_window_invalid
 */
export async function createPlan(context: CommandContext, props: CreatePlanRequest): Promise<string> {
  const { db, actor, now } = context;
  if (!managesPlan(actor, props)) throw new ApiError('forbidden');
  const { proposers, advisers, receivers, previousId, opensOn, ...plan } = props;
  requireWindow(props);
  await requireUnits(db, [...proposers, ...advisers, ...receivers]);
  const previous = previousId === null ? null : await previousPlan(context, props, previousId);
  return db.transaction(async (tx) => {
    const code = await nextCode(tx, props.year);
    const [created] = await tx
      .insert(workPlans)
      .values({
        ...plan,
        code,
        previousId,
        opensOn: opensOn ?? planYearOpensOn(props.year),
        createdBy: actor.accountId,
        createdAt: now,
      })
      .returning({ id: workPlans.id });
    if (!created) throw new Error('insert of a plan returned no row');
    const planId = created.id;
    await tx.insert(planVersions).values({ planId, number: 1, openedAt: now });
    const parts = { proposer: proposers, adviser: advisers, receiver: receivers } as const;
    for (const [part, unitIds] of Object.entries(parts) as [keyof typeof parts, string[]][]) {
      if (unitIds.length > 0)
        await tx.insert(planUnits).values(unitIds.map((unitId) => ({ planId, unitId, part })));
    }
    if (previous) await carryItems(tx, previous, planId);
    await writeAudit(tx, context, {
      action: 'plan.create',
      subjectKind: 'plan',
      subjectId: planId,
      details: { code, unitId: props.unitId, year: props.year, previousId },
    });
    return planId;
  });
}

function requireWindow({ evaluationFrom, evaluationTo }: CreatePlanRequest): void {
  const yearLater = `${Number(evaluationFrom.slice(0, 4)) + 1}${evaluationFrom.slice(4)}`;
  if (evaluationTo < evaluationFrom || evaluationTo >= yearLater) throw new ApiError('plan_window_invalid');
}

async function requireUnits(db: Executor, unitIds: string[]): Promise<void> {
  const wanted = [...new Set(unitIds)];
  const found = await db.select({ id: units.id }).from(units).where(inArray(units.id, wanted));
  if (found.length < wanted.length) throw new ApiError('unit_not_found');
}

async function previousPlan(
  context: CommandContext,
  { unitId, year }: CreatePlanRequest,
  previousId: string,
): Promise<Plan> {
  const previous = await visiblePlan(context, previousId);
  const fits = previous.unitId === unitId && previous.status === 'assigned' && previous.year < year;
  if (!fits) throw new ApiError('plan_previous_unfit');
  return previous;
}

async function nextCode(tx: Executor, year: number): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.planCode})`);
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from work_plans where year = ${year}`,
  );
  return `KHCT-${year}-${(rows[0]?.count ?? 0) + 1}`;
}
