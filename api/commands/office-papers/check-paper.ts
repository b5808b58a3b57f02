import { eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { draftOf } from '../../../db/office-papers/papers.ts';
import { officePapers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { Verdict } from '../../contract/tasks.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { requireFinished, requireInTime } from './draft-guards.ts';

async function lockedPaper(tx: Executor, paperId: string) {
  const [paper] = await tx.select().from(officePapers).where(eq(officePapers.id, paperId)).for('update');
  if (!paper) throw new Error(`there is no office paper ${paperId}`);
  return { paper, draft: await draftOf(tx, paper) };
}

/** Only a finished paper is submitted to be signed. @throws ApiError as `requireFinished` */
export async function submitPaper(tx: Executor, { today }: CommandContext, task: TaskRow): Promise<void> {
  const { paper, draft } = await lockedPaper(tx, task.subjectId);
  await requireFinished(tx, paper, draft, today);
}

/** Rules that would begin before they are signed or issued are returned, not let through. @throws ApiError as `requireInTime` */
export async function passPaper(
  tx: Executor,
  { today }: CommandContext,
  task: TaskRow,
  verdict: Verdict,
): Promise<void> {
  if (verdict !== 'approve') return;
  const { paper, draft } = await lockedPaper(tx, task.subjectId);
  await requireInTime(tx, paper, draft, today);
}
