import { and, asc, eq } from 'drizzle-orm';
import { type DueScore, dueScores } from '../../db/plans/due-points.ts';
import { planElements } from '../../db/plans/process.ts';
import { planScores, scoreSheets, scoringExtensions, units, workPlans } from '../../db/schema/index.ts';
import { basisPoints } from '../../domain/percent.ts';
import type { CommandContext } from '../context.ts';
import type { UnitRef } from '../contract/common.ts';
import type { ScoreSheet, ScoreSheetDetail, ScoringDetail } from '../contract/plans.ts';
import type { Task } from '../contract/tasks.ts';
import { ApiError } from '../errors.ts';
import { managesPlan, type Plan, type Scoring, visibleScoring } from '../policies/plans.ts';
import { selectPlans } from './plans.ts';
import { isoOrNull } from './references.ts';
import { tasksOfSubject } from './tasks.ts';

type Score = typeof planScores.$inferSelect;

interface Standing {
  plan: Plan;
  scoring: Scoring;
  due: DueScore[];
  scores: Map<string, Score>;
  refer: (unitId: string) => UnitRef;
  tasks: Task[];
}

const keyOf = ({ itemId, unitId }: { itemId: string; unitId: string }) => `${itemId} ${unitId}`;

async function standingOf(context: CommandContext, scoringId: string): Promise<Standing> {
  const { db } = context;
  const { scoring, plan } = await visibleScoring(context, scoringId);
  const [due, scores, known, scoringTasks] = await Promise.all([
    dueScores(db, plan, scoring.period),
    db.select().from(planScores).where(eq(planScores.scoringId, scoringId)),
    db.select({ id: units.id, code: units.code, name: units.name, nameEn: units.nameEn }).from(units),
    tasksOfSubject(context, scoringId),
  ]);
  const refs = new Map(known.map((unit) => [unit.id, unit]));
  const refer = (unitId: string) => {
    const unit = refs.get(unitId);
    if (!unit) throw new Error(`there is no unit ${unitId}`);
    return unit;
  };
  const byKey = new Map(scores.map((score) => [keyOf(score), score]));
  return { plan, scoring, due, scores: byKey, refer, tasks: scoringTasks };
}

/** A scoring with its sheets and what it found so far. @throws ApiError scoring_not_found */
export async function getScoring(context: CommandContext, scoringId: string): Promise<ScoringDetail> {
  const { db, actor } = context;
  const standing = await standingOf(context, scoringId);
  const { plan, scoring, due, scores, refer } = standing;
  const [[summary], sheets, extensions] = await Promise.all([
    selectPlans(db, eq(workPlans.id, plan.id)),
    db.select().from(scoreSheets).where(eq(scoreSheets.scoringId, scoringId)),
    db
      .select()
      .from(scoringExtensions)
      .where(eq(scoringExtensions.scoringId, scoringId))
      .orderBy(asc(scoringExtensions.at)),
  ]);
  if (!summary) throw new ApiError('scoring_not_found');
  const byUnit = Map.groupBy(due, ({ unitId }) => unitId);
  const results = [...byUnit].map(([unitId, own]) => {
    const scored = own.flatMap((one) => scores.get(keyOf(one)) ?? []);
    const points = sumOf(scored, 'due');
    const earned = sumOf(scored, 'earned');
    return {
      unit: refer(unitId),
      due: points,
      earned,
      basisPoints: points > 0 ? basisPoints(earned, points) : null,
    };
  });
  return {
    id: scoring.id,
    plan: summary,
    period: scoring.period,
    status: scoring.status,
    dueOn: scoring.dueOn,
    extensions: extensions.map(({ from, to, reason, at }) => ({ from, to, reason, at: at.toISOString() })),
    sheets: sheets
      .map((sheet) => summaryOf(context, standing, sheet))
      .sort((a, b) => (a.assigner.code < b.assigner.code ? -1 : 1)),
    results: results.sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)),
    tasks: standing.tasks,
    can: { manage: managesPlan(actor, plan) },
  };
}

const sumOf = (scores: readonly Score[], column: 'due' | 'earned') =>
  scores.reduce((sum, score) => sum + score[column], 0);

function summaryOf(
  { actor }: CommandContext,
  { plan, due, scores, refer, tasks }: Standing,
  sheet: typeof scoreSheets.$inferSelect,
): ScoreSheet {
  const { assignerId } = sheet;
  const own = due.filter((one) => one.assignerId === assignerId);
  const scored = own.flatMap((one) => scores.get(keyOf(one)) ?? []);
  const asked = tasks.find(
    ({ element, status, candidateUnit }) =>
      element === planElements.score &&
      (status === 'open' || status === 'claimed') &&
      candidateUnit?.id === assignerId,
  );
  return {
    assigner: refer(assignerId),
    handedInAt: isoOrNull(sheet.handedInAt),
    version: sheet.version,
    expected: own.length,
    scored: scored.length,
    due: own.reduce((sum, one) => sum + one.due, 0),
    earned: sumOf(scored, 'earned'),
    canWrite: asked !== undefined && (asked.canAct || managesPlan(actor, plan)),
  };
}

/** One unit's sheet with all its lines. @throws ApiError scoring_not_found, score_sheet_not_found */
export async function getSheet(
  context: CommandContext,
  scoringId: string,
  assignerId: string,
): Promise<ScoreSheetDetail> {
  const standing = await standingOf(context, scoringId);
  const [sheet] = await context.db
    .select()
    .from(scoreSheets)
    .where(and(eq(scoreSheets.scoringId, scoringId), eq(scoreSheets.assignerId, assignerId)));
  if (!sheet) throw new ApiError('score_sheet_not_found');
  const lines = standing.due
    .filter((one) => one.assignerId === assignerId)
    .map((one) => {
      const score = standing.scores.get(keyOf(one));
      return {
        itemId: one.itemId,
        itemCode: one.itemCode,
        itemName: one.itemName,
        unit: standing.refer(one.unitId),
        due: one.due,
        earned: score?.earned ?? null,
        note: score?.note ?? null,
        source: score?.source ?? null,
      };
    })
    .sort((a, b) => (`${a.itemCode} ${a.unit.code}` < `${b.itemCode} ${b.unit.code}` ? -1 : 1));
  return { ...summaryOf(context, standing, sheet), lines };
}
