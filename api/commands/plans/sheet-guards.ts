import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { planElements } from '../../../db/plans/process.ts';
import { type planScores, scoreSheets } from '../../../db/schema/index.ts';
import { ApiError } from '../../errors.ts';
import { isAsked, type Scoring } from '../../policies/plans.ts';

/**
 * Locks the sheet of a unit that is still asked for it.
 * @throws ApiError score_sheet_not_found, score_sheet_handed_in
 */
export async function lockSheet(tx: Executor, scoring: Scoring, assignerId: string) {
  const [sheet] = await tx
    .select()
    .from(scoreSheets)
    .where(and(eq(scoreSheets.scoringId, scoring.id), eq(scoreSheets.assignerId, assignerId)))
    .for('update');
  if (!sheet) throw new ApiError('score_sheet_not_found');
  const asked = await isAsked(tx, {
    instanceId: scoring.instanceId,
    element: planElements.score,
    unitId: assignerId,
  });
  if (!asked || sheet.handedInAt !== null) throw new ApiError('score_sheet_handed_in');
  return sheet;
}

export type NewScore = Omit<typeof planScores.$inferInsert, 'scoringId' | 'source'>;

/** Stores scores of a sheet, instead of what was given before for the same item and unit, and counts the sheet's version up. */
export async function storeScores(
  tx: Executor,
  sheet: typeof scoreSheets.$inferSelect,
  source: (typeof planScores.$inferInsert)['source'],
  scores: readonly NewScore[],
): Promise<void> {
  await tx.execute(sql`
    insert into plan_scores (scoring_id, item_id, unit_id, due, earned, note, source)
    select ${sheet.scoringId}, "itemId", "unitId", due, earned, note, ${source}::score_source
    from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb)
      as score ("itemId" uuid, "unitId" uuid, due integer, earned integer, note text)
    on conflict (scoring_id, item_id, unit_id)
      do update set due = excluded.due, earned = excluded.earned, note = excluded.note, source = excluded.source`);
  await tx
    .update(scoreSheets)
    .set({ version: sql`${scoreSheets.version} + 1` })
    .where(and(eq(scoreSheets.scoringId, sheet.scoringId), eq(scoreSheets.assignerId, sheet.assignerId)));
}
