import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { itemsOfPlan } from '../../db/plans/items.ts';
import { planElements } from '../../db/plans/process.ts';
import { planScorings, planUnits, planVersions, tasks, units, workPlans } from '../../db/schema/index.ts';
import { comparePlans } from '../../domain/plan/compare.ts';
import { scoringPeriods } from '../../domain/plan/periods.ts';
import { pointsByUnit } from '../../domain/plan/plan-item.ts';
import type { CommandContext } from '../context.ts';
import type { UnitRef } from '../contract/common.ts';
import type {
  PlanComparison,
  PlanContent,
  PlanDetail,
  PlanReply,
  PlanRound,
  PlanSummary,
} from '../contract/plans.ts';
import type { Task } from '../contract/tasks.ts';
import { ApiError } from '../errors.ts';
import { managesPlan, type Plan, planVisibleTo, visiblePlan } from '../policies/plans.ts';
import { type Page, rowsOf } from './paging.ts';
import { isoOrNull, unitAs, unitRefs } from './references.ts';
import { tasksOfSubject } from './tasks.ts';

/** Plans that the account may read, the newest year first. */
export async function findPlans(
  { db, actor }: CommandContext,
  { year, ...page }: Page & { year?: number | undefined },
) {
  const where = and(planVisibleTo(actor), year === undefined ? undefined : eq(workPlans.year, year));
  const [items, [total]] = await Promise.all([
    selectPlans(db, where, page),
    db.select({ count: count() }).from(workPlans).where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** Plans as lists show them. */
export async function selectPlans(
  db: Executor,
  where: SQL | undefined,
  page: Page = { page: 1, pageSize: 1 },
): Promise<PlanSummary[]> {
  const owner = unitAs('owner');
  return db
    .select({
      id: workPlans.id,
      code: workPlans.code,
      title: workPlans.title,
      year: workPlans.year,
      unit: owner.columns,
      status: workPlans.status,
      opensOn: workPlans.opensOn,
      evaluationFrom: workPlans.evaluationFrom,
      evaluationTo: workPlans.evaluationTo,
      rhythm: workPlans.rhythm,
      totalPoints: workPlans.totalPoints,
      version: workPlans.version,
      assignedOn: workPlans.assignedOn,
      paperSymbol: workPlans.paperSymbol,
    })
    .from(workPlans)
    .innerJoin(owner.unit, eq(owner.unit.id, workPlans.unitId))
    .where(where)
    .orderBy(desc(workPlans.year), asc(workPlans.code))
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
}

/** @throws ApiError plan_not_found */
export async function getPlan(context: CommandContext, planId: string): Promise<PlanDetail> {
  const { db } = context;
  const plan = await visiblePlan(context, planId);
  const [[summary], parts, versions, scorings, rounds, planTasks, previous] = await Promise.all([
    selectPlans(db, eq(workPlans.id, planId)),
    partsOf(db, planId),
    versionsOf(db, planId),
    db.select().from(planScorings).where(eq(planScorings.planId, planId)),
    roundsOf(db, plan),
    tasksOfSubject(context, planId),
    plan.previousId === null
      ? []
      : db
          .select({ id: workPlans.id, code: workPlans.code, year: workPlans.year })
          .from(workPlans)
          .where(eq(workPlans.id, plan.previousId)),
  ]);
  if (!summary) throw new ApiError('plan_not_found');
  const manages = managesPlan(context.actor, plan);
  const byPeriod = new Map(
    scorings.map(({ id, period, dueOn, status }) => [period, { id, period, dueOn, status }]),
  );
  return {
    ...summary,
    previous: previous[0] ?? null,
    ...parts,
    rounds,
    versions,
    periods: scoringPeriods(plan, plan.rhythm).map(({ code }) => ({
      code,
      scoring: byPeriod.get(code) ?? null,
    })),
    tasks: planTasks,
    can: {
      manage: manages,
      write: writableUnits(manages, versions, parts.proposers, planTasks),
    },
  };
}

/** Units whose items the account may write: all for the standing body while a version is open, else those it is asked for. */
function writableUnits(
  manages: boolean,
  versions: PlanDetail['versions'],
  proposers: UnitRef[],
  planTasks: Task[],
): UnitRef[] {
  if (manages) return versions.some(({ closedAt }) => closedAt === null) ? proposers : [];
  return planTasks.flatMap(({ element, canAct, candidateUnit }) =>
    element === planElements.proposals && canAct && candidateUnit ? [candidateUnit] : [],
  );
}

async function partsOf(db: Executor, planId: string) {
  const rows = await db
    .select({
      part: planUnits.part,
      unit: { id: units.id, code: units.code, name: units.name, nameEn: units.nameEn },
    })
    .from(planUnits)
    .innerJoin(units, eq(units.id, planUnits.unitId))
    .where(eq(planUnits.planId, planId))
    .orderBy(asc(units.code));
  const of = (wanted: string) => rows.filter(({ part }) => part === wanted).map(({ unit }) => unit);
  return { proposers: of('proposer'), advisers: of('adviser'), receivers: of('receiver') };
}

async function versionsOf(db: Executor, planId: string): Promise<PlanDetail['versions']> {
  const rows = await db
    .select({
      number: planVersions.number,
      openedAt: planVersions.openedAt,
      closedAt: planVersions.closedAt,
      items: sql<number>`count(i.id)::int`,
      reports: sql<number>`count(i.id) filter (where i.kind = 'report')::int`,
    })
    .from(planVersions)
    .leftJoin(
      sql`plan_items i`,
      sql`i.plan_id = ${planVersions.planId} and i.since <= ${planVersions.number}
        and (i.until is null or i.until >= ${planVersions.number})`,
    )
    .where(eq(planVersions.planId, planId))
    .groupBy(planVersions.planId, planVersions.number)
    .orderBy(asc(planVersions.number));
  return rows.map((row) => ({
    ...row,
    openedAt: row.openedAt.toISOString(),
    closedAt: isoOrNull(row.closedAt),
  }));
}

const roundElements = { proposals: planElements.proposals, opinions: planElements.opinions };

/** The rounds of a plan as its tasks tell them: who was asked, until when, what came. */
async function roundsOf(db: Executor, { instanceId }: Plan): Promise<PlanRound[]> {
  if (instanceId === null) return [];
  const rows = await db
    .select({
      task: tasks,
      unit: { id: units.id, code: units.code, name: units.name, nameEn: units.nameEn },
    })
    .from(tasks)
    .innerJoin(units, eq(units.id, tasks.candidateUnitId))
    .where(and(eq(tasks.instanceId, instanceId), inArray(tasks.element, Object.values(roundElements))))
    .orderBy(asc(units.code));
  return (['proposals', 'opinions'] as const).flatMap((kind): PlanRound[] => {
    const asked = rows.filter(({ task }) => task.element === roundElements[kind]);
    if (asked.length === 0) return [];
    const replies = asked.map(replyOf);
    return [
      {
        kind,
        sent: replies.length,
        received: replies.filter(({ receivedAt }) => receivedAt !== null).length,
        agree: replies.filter(({ answer }) => answer === 'agree').length,
        agreeWithComment: replies.filter(({ answer }) => answer === 'agree_with_comment').length,
        open: asked.some(({ task }) => task.status === 'open' || task.status === 'claimed'),
        replies,
      },
    ];
  });
}

function replyOf({ task, unit }: { task: typeof tasks.$inferSelect; unit: UnitRef }): PlanReply {
  const { answer, comment } = task.formData ?? {};
  return {
    unit,
    sentAt: task.openedAt.toISOString(),
    dueAt: isoOrNull(task.dueAt),
    // What came too late is recorded with its task and counts for nothing.
    receivedAt: task.status === 'done' ? isoOrNull(task.decidedAt) : null,
    answer: task.status === 'done' && (answer === 'agree' || answer === 'agree_with_comment') ? answer : null,
    comment: task.status === 'done' && typeof comment === 'string' ? comment : null,
  };
}

/** Items of a version, of one assigner or of all, with what they add up to. @throws ApiError plan_not_found */
export async function getPlanContent(
  context: CommandContext,
  {
    planId,
    version,
    assignerId,
  }: { planId: string; version?: number | undefined; assignerId?: string | undefined },
): Promise<PlanContent> {
  const { db } = context;
  const plan = await visiblePlan(context, planId);
  const number = Math.min(version ?? plan.version, plan.version);
  const items = await itemsOfPlan(db, { planId, version: number, assignerId: assignerId ?? null });
  const totals = pointsByUnit(items);
  const refer = await unitRefs(db, [...items.map((item) => item.assignerId), ...totals.keys()]);
  return {
    version: number,
    items: items.map(({ assignerId: assigner, points, dueMonths, ...item }) => ({
      ...item,
      assigner: refer(assigner),
      dueMonths: [...dueMonths],
      points: { ...points },
    })),
    reports: items.filter(({ kind }) => kind === 'report').length,
    totals: [...totals]
      .map(([unitId, points]) => ({ unit: refer(unitId), points }))
      .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)),
  };
}

/**
 * A version beside last year's plan, or beside an earlier version of the same plan.
 * @throws ApiError plan_not_found, also where there is nothing to compare with
 */
export async function getPlanComparison(
  context: CommandContext,
  {
    planId,
    version,
    with: earlier,
  }: { planId: string; version?: number | undefined; with?: number | undefined },
): Promise<PlanComparison> {
  const { db } = context;
  const plan = await visiblePlan(context, planId);
  const number = Math.min(version ?? plan.version, plan.version);
  const base = await baseOf(db, plan, earlier);
  const [before, after, rounds, { proposers }] = await Promise.all([
    itemsOfPlan(db, { planId: base.id, version: base.version }),
    itemsOfPlan(db, { planId, version: number }),
    roundsOf(db, plan),
    partsOf(db, planId),
  ]);
  const proposals = rounds.find(({ kind }) => kind === 'proposals')?.replies ?? [];
  const answered = proposals.filter(({ receivedAt }) => receivedAt !== null).map(({ unit }) => unit.id);
  const assigning = [...new Set([...before, ...after].map(({ assignerId }) => assignerId))];
  // Where nobody was asked, as in a plan that was taken over, everybody who assigns something is compared.
  const compared = proposals.length > 0 ? answered : assigning;
  const found = comparePlans(before, after, compared);
  const refer = await unitRefs(db, [
    ...compared,
    ...proposers.map(({ id }) => id),
    ...found.receivers.map(({ unitId }) => unitId),
  ]);
  return {
    version: number,
    with: base,
    asked: proposals.length,
    answered: answered.length,
    unchanged: found.unchanged,
    changed: found.changed,
    reportsBefore: found.reportsBefore,
    reportsAfter: found.reportsAfter,
    reportsDifference: found.reportsAfter - found.reportsBefore,
    unanswered: proposals.filter(({ receivedAt }) => receivedAt === null).map(({ unit }) => unit),
    assigners: found.assigners.map(({ assignerId, ...rest }) => ({ unit: refer(assignerId), ...rest })),
    receivers: found.receivers.map(({ unitId, ...rest }) => ({ unit: refer(unitId), ...rest })),
  };
}

async function baseOf(db: Executor, plan: Plan, earlier: number | undefined) {
  const { id, code, year } = plan;
  if (earlier !== undefined) return { id, code, year, version: Math.min(earlier, plan.version) };
  const [previous] =
    plan.previousId === null
      ? []
      : await db.select().from(workPlans).where(eq(workPlans.id, plan.previousId));
  if (!previous) throw new ApiError('plan_without_previous');
  return { id: previous.id, code: previous.code, year: previous.year, version: previous.version };
}
