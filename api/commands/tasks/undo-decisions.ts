import { and, eq, sql } from 'drizzle-orm';
import { takeBack } from '../../../db/outbox.ts';
import { processInstances, tasks } from '../../../db/schema/index.ts';
import { nothing } from '../../../engine/operations/nothing.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';
import { type BulkOutcome, forEachItem, requireDistinct } from '../bulk.ts';
import { completionEffects } from './completion-effects.ts';
import { candidateTask } from './task-guards.ts';

/**
 * Takes back own decisions that have not been sent on, with what they wrote besides. Each task is open again, held by whoever took
 * its decision back.
 * @throws ApiError item_listed_twice
 */
export async function undoDecisions(context: CommandContext, taskIds: string[]): Promise<BulkOutcome[]> {
  requireDistinct(taskIds);
  return forEachItem(context, taskIds, (taskId) => undoDecision(context, taskId));
}

async function undoDecision(context: CommandContext, taskId: string): Promise<void> {
  const { db, actor } = context;
  const { instanceId } = await candidateTask(context, taskId);
  await db.transaction(async (tx) => {
    await tx
      .select({ id: processInstances.id })
      .from(processInstances)
      .where(eq(processInstances.id, instanceId))
      .for('update');
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
    // Sent a second time, it is answered as the first time.
    if (task?.status === 'claimed' && task.assigneeId === actor.accountId) return;
    if (task?.status !== 'done' || task.outboxNumber === null || task.decidedBy !== actor.accountId)
      throw new ApiError('nothing_to_undo');
    if (!(await takeBack(tx, instanceId, task.outboxNumber, nothing))) throw new ApiError('undo_too_late');
    await completionEffects[task.element]?.undo?.(tx, context, task);
    await tx
      .update(tasks)
      .set({
        status: 'claimed',
        verdict: null,
        reason: null,
        formData: null,
        decidedBy: null,
        decidedFor: null,
        decidedUnder: null,
        decidedAt: null,
        outboxNumber: null,
        version: sql`${tasks.version} + 1`,
      })
      .where(and(eq(tasks.id, taskId), eq(tasks.status, 'done')));
    await writeAudit(tx, context, {
      action: 'task.undo',
      subjectKind: 'task',
      subjectId: taskId,
      details: { subjectId: task.subjectId, element: task.element, verdict: task.verdict },
    });
  });
  context.deliver(instanceId);
}
