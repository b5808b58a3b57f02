import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { planScorings, scoreSheets } from '../../../db/schema/index.ts';
import type { SubjectJob } from '../job.ts';

/** `find-sheets-left`: answers `scorers`, the units whose sheet was not handed in, and the due date that holds now. */
export const findSheetsLeft: SubjectJob = async ({ tx, subject }) => {
  const left = await tx
    .select({ unitId: scoreSheets.assignerId })
    .from(scoreSheets)
    .where(and(eq(scoreSheets.scoringId, subject.id), isNull(scoreSheets.handedInAt)))
    .orderBy(asc(scoreSheets.assignerId));
  return { variables: { scorers: left.map(({ unitId }) => unitId) } };
};

/** `reopen-sheets`: the standing body returned the scores; every unit may score again. */
export const reopenSheets: SubjectJob = async ({ tx, subject }) => {
  await tx.update(scoreSheets).set({ handedInAt: null }).where(eq(scoreSheets.scoringId, subject.id));
  return {};
};

/**
 * `publish-scores`: the scoring is closed, and what each unit earned in it becomes its work-plan points of the plan year, from
 * which nominees are scored (`compute-scores`).
 */
export const publishScores: SubjectJob = async ({ tx, subject, now }) => {
  await tx
    .update(planScorings)
    .set({ status: 'closed', closedAt: now })
    .where(eq(planScorings.id, subject.id));
  await tx.execute(sql`
    insert into work_plan_points (unit_id, plan_year, item, assigned_points, achieved_points, scoring_id)
    select s.unit_id, p.year, p.code || '/' || sc.period, sum(s.due), sum(s.earned), sc.id
    from plan_scores s
    join plan_scorings sc on sc.id = s.scoring_id
    join work_plans p on p.id = sc.plan_id
    where sc.id = ${subject.id}
    group by s.unit_id, p.year, p.code, sc.period, sc.id`);
  return {};
};
