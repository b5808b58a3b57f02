import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { dueScores } from '../../../db/plans/due-points.ts';
import { scoringProcess } from '../../../db/plans/process.ts';
import { planScorings, scoreSheets } from '../../../db/schema/index.ts';
import { scoringPeriods } from '../../../domain/plan/periods.ts';
import { endOfTerm } from '../../../engine/time/local-date.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedPlan } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';
import { startInstance } from '../instances/start-instance.ts';
import { lockPlan } from './plan-guards.ts';

export interface OpenScoringProps {
  planId: string;
  /** Period of the plan, e.g. `2022-Q1`. */
  period: string;
  /** Last day for the sheets, ISO date. */
  dueOn: string;
}

/**
 * Opens the scoring of a period of an assigned plan: every unit with something due in it is asked for its sheet. Returns its id.
 * @throws ApiError plan_not_found, forbidden, plan_not_assigned, scoring_too_early, scoring_period_unknown, plan_date_past,
 *   scoring_period_taken, scoring_nothing_due, process_not_deployed
 */
export async function openScoring(context: CommandContext, props: OpenScoringProps): Promise<string> {
  const { db, now, today } = context;
  const { planId, period, dueOn } = props;
  await managedPlan(context, planId);
  if (dueOn < today) throw new ApiError('plan_date_past', { parameters: { date: dueOn } });
  const scoringId = randomUUID();
  const instanceId = await db.transaction(async (tx) => {
    const plan = await lockPlan(tx, planId);
    if (plan.status !== 'assigned') throw new ApiError('plan_not_assigned');
    if (today < plan.opensOn) throw new ApiError('scoring_too_early', { parameters: { date: plan.opensOn } });
    if (!scoringPeriods(plan, plan.rhythm).some(({ code }) => code === period))
      throw new ApiError('scoring_period_unknown', { parameters: { period } });
    const [taken] = await tx
      .select({ id: planScorings.id })
      .from(planScorings)
      .where(and(eq(planScorings.planId, planId), eq(planScorings.period, period)));
    if (taken) throw new ApiError('scoring_period_taken', { parameters: { period } });
    const due = await dueScores(tx, plan, period);
    const scorers = [...new Set(due.map(({ assignerId }) => assignerId))].sort();
    if (scorers.length === 0) throw new ApiError('scoring_nothing_due', { parameters: { period } });
    const started = await startInstance(tx, context, scoringProcess, {
      scoringId,
      scorers,
      scoringDue: endOfTerm(dueOn),
    });
    await tx
      .insert(planScorings)
      .values({ id: scoringId, planId, period, dueOn, instanceId: started, openedAt: now });
    await tx.insert(scoreSheets).values(scorers.map((assignerId) => ({ scoringId, assignerId })));
    await writeAudit(tx, context, {
      action: 'scoring.open',
      subjectKind: 'scoring',
      subjectId: scoringId,
      details: { planId, period, dueOn, instanceId: started },
    });
    return started;
  });
  context.deliver(instanceId);
  return scoringId;
}
