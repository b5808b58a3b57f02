import { and, eq, sql } from 'drizzle-orm';
import { tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';
import { candidateTask, refuseTask } from './task-guards.ts';

export interface ReleaseTaskProps {
  taskId: string;
  /** Version of the task that the person saw. */
  version: number;
}

/**
 * Gives a task that the actor holds back to all its candidates.
 * @throws ApiError task_not_found, forbidden, task_not_claimed, task_already_done, task_claimed_by_other, task_cancelled,
 *   version_conflict
 */
export async function releaseTask(
  context: CommandContext,
  { taskId, version }: ReleaseTaskProps,
): Promise<void> {
  const { db, actor } = context;
  const task = await candidateTask(context, taskId);
  if (task.status === 'open') throw new ApiError('task_not_claimed');
  await db.transaction(async (tx) => {
    const released = await tx
      .update(tasks)
      .set({ status: 'open', assigneeId: null, version: sql`${tasks.version} + 1` })
      .where(
        and(
          eq(tasks.id, taskId),
          eq(tasks.version, version),
          eq(tasks.status, 'claimed'),
          eq(tasks.assigneeId, actor.accountId),
        ),
      )
      .returning({ id: tasks.id });
    if (released.length === 0) return refuseTask({ db: tx, actor }, taskId);
    await writeAudit(tx, context, { action: 'task.release', subjectKind: 'task', subjectId: taskId });
  });
}
