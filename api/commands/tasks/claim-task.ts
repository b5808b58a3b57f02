import { and, eq, isNull, not, sql } from 'drizzle-orm';
import { isExcludedDecider } from '../../../db/excluded-deciders.ts';
import { tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { writeAudit } from '../audit.ts';
import { candidateTask, refuseTask } from './task-guards.ts';

export interface ClaimTaskProps {
  taskId: string;
  /** Version of the task that the person saw. */
  version: number;
}

/**
 * Takes an open task, so that the other candidates see who works on it.
 * @throws ApiError task_not_found, forbidden, task_already_done, task_claimed_by_other, task_cancelled,
 *   excluded_decider, version_conflict
 */
export async function claimTask(context: CommandContext, { taskId, version }: ClaimTaskProps): Promise<void> {
  const { db, actor } = context;
  await candidateTask(context, taskId);
  await db.transaction(async (tx) => {
    const claimed = await tx
      .update(tasks)
      .set({ status: 'claimed', assigneeId: actor.accountId, version: sql`${tasks.version} + 1` })
      .where(
        and(
          eq(tasks.id, taskId),
          eq(tasks.version, version),
          eq(tasks.status, 'open'),
          isNull(tasks.assigneeId),
          not(isExcludedDecider(actor.accountId)),
        ),
      )
      .returning({ id: tasks.id });
    if (claimed.length === 0) return refuseTask({ db: tx, actor }, taskId);
    await writeAudit(tx, context, { action: 'task.claim', subjectKind: 'task', subjectId: taskId });
  });
}
