import { and, eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { dueScores } from '../../../db/plans/due-points.ts';
import { planScores, planScorings, scoreSheets, workPlans } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';

/**
 * A unit hands its sheet in by completing its task: everything that is due must be scored.
 * @throws ApiError score_sheet_incomplete
 */
export async function handInSheet(
  tx: Executor,
  { now }: CommandContext,
  { subjectId: scoringId, candidateUnitId: assignerId }: TaskRow,
): Promise<void> {
  if (assignerId === null) throw new Error('a sheet belongs to a unit');
  const [row] = await tx
    .select({ period: planScorings.period, plan: workPlans })
    .from(planScorings)
    .innerJoin(workPlans, eq(workPlans.id, planScorings.planId))
    .where(eq(planScorings.id, scoringId));
  if (!row) throw new Error(`there is no scoring ${scoringId}`);
  // The sheet's own lock: what is written meanwhile is either counted here or refused afterwards.
  await tx
    .update(scoreSheets)
    .set({ handedInAt: now })
    .where(and(eq(scoreSheets.scoringId, scoringId), eq(scoreSheets.assignerId, assignerId)));
  const [due, scored] = await Promise.all([
    dueScores(tx, row.plan, row.period, assignerId),
    tx
      .select({ itemId: planScores.itemId, unitId: planScores.unitId })
      .from(planScores)
      .where(eq(planScores.scoringId, scoringId)),
  ]);
  const given = new Set(scored.map(({ itemId, unitId }) => `${itemId} ${unitId}`));
  const missing = due.filter(({ itemId, unitId }) => !given.has(`${itemId} ${unitId}`)).length;
  if (missing > 0) throw new ApiError('score_sheet_incomplete', { parameters: { missing } });
}

/** The unit goes on with the sheet it handed in. */
export async function reopenSheet(
  tx: Executor,
  _context: CommandContext,
  { subjectId: scoringId, candidateUnitId: assignerId }: TaskRow,
): Promise<void> {
  if (assignerId === null) throw new Error('a sheet belongs to a unit');
  await tx
    .update(scoreSheets)
    .set({ handedInAt: null })
    .where(and(eq(scoreSheets.scoringId, scoringId), eq(scoreSheets.assignerId, assignerId)));
}
