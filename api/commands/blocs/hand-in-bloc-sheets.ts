import { and, eq, inArray, sql } from 'drizzle-orm';
import { blocElements } from '../../../db/blocs/process.ts';
import { scorerOf } from '../../../db/blocs/sheets.ts';
import type { Executor } from '../../../db/client.ts';
import { blocCriteria, blocScores, blocSheets } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { BlocStage } from '../../contract/blocs.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { membersOf } from './bloc-guards.ts';
import { lockSheet } from './write-bloc-sheet.ts';

/**
 * A unit hands in the sheets it fills in at a step by completing its task: its own, or those of the members it checks. Every
 * criterion must have its points.
 * @throws ApiError bloc_sheet_incomplete
 */
export async function handInBlocSheets(
  tx: Executor,
  { now }: CommandContext,
  { element, subjectId: blocYearId, candidateUnitId }: TaskRow,
): Promise<void> {
  const stage: BlocStage = element === blocElements.scoreSelf ? 'self' : 'check';
  const members = (await membersOf(tx, blocYearId)).filter(
    (member) => scorerOf(member, stage) === candidateUnitId,
  );
  for (const { id } of members) await lockSheet(tx, id, stage);
  const ids = members.map(({ id }) => id);
  const ofSheets = and(inArray(blocScores.memberId, ids), eq(blocScores.stage, stage));
  const [given] = await tx.select({ count: sql<number>`count(*)::int` }).from(blocScores).where(ofSheets);
  const [criteria] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(blocCriteria)
    .where(eq(blocCriteria.blocYearId, blocYearId));
  const missing = (criteria?.count ?? 0) * ids.length - (given?.count ?? 0);
  if (missing > 0) throw new ApiError('bloc_sheet_incomplete', { parameters: { missing } });
  await tx
    .update(blocSheets)
    .set({ handedInAt: now })
    .where(and(inArray(blocSheets.memberId, ids), eq(blocSheets.stage, stage)));
}
