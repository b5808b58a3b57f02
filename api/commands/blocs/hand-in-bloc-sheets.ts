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
export async function handInBlocSheets(tx: Executor, { now }: CommandContext, task: TaskRow): Promise<void> {
  const { stage, ids } = await sheetsOf(tx, task);
  for (const id of ids) await lockSheet(tx, id, stage);
  const ofSheets = and(inArray(blocScores.memberId, ids), eq(blocScores.stage, stage));
  const [given] = await tx.select({ count: sql<number>`count(*)::int` }).from(blocScores).where(ofSheets);
  const [criteria] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(blocCriteria)
    .where(eq(blocCriteria.blocYearId, task.subjectId));
  const missing = (criteria?.count ?? 0) * ids.length - (given?.count ?? 0);
  if (missing > 0) throw new ApiError('bloc_sheet_incomplete', { parameters: { missing } });
  await tx
    .update(blocSheets)
    .set({ handedInAt: now })
    .where(and(inArray(blocSheets.memberId, ids), eq(blocSheets.stage, stage)));
}

/** The unit goes on with the sheets it handed in. */
export async function reopenBlocSheets(tx: Executor, _context: CommandContext, task: TaskRow): Promise<void> {
  const { stage, ids } = await sheetsOf(tx, task);
  await tx
    .update(blocSheets)
    .set({ handedInAt: null })
    .where(and(inArray(blocSheets.memberId, ids), eq(blocSheets.stage, stage)));
}

/** The sheets that the unit of a task fills in at its step, by their members. */
async function sheetsOf(tx: Executor, { element, subjectId: blocYearId, candidateUnitId }: TaskRow) {
  const stage: BlocStage = element === blocElements.scoreSelf ? 'self' : 'check';
  const members = await membersOf(tx, blocYearId);
  const ids = members.flatMap((member) => (scorerOf(member, stage) === candidateUnitId ? [member.id] : []));
  return { stage, ids };
}
