import { and, eq, inArray, isNull, not, or, sql } from 'drizzle-orm';
import { isExcludedDecider } from '../../../db/excluded-deciders.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { Verdict } from '../../contract/tasks.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';
import { candidateTask, refuseTask } from './task-guards.ts';

export interface CompleteTaskProps {
  taskId: string;
  /** Version of the task that the person saw. */
  version: number;
  verdict: Verdict;
  /** Needed for `return` and `reject`. */
  reason?: string | undefined;
}

/**
 * Decides a task: approve, return or reject. The decision stands when this returns; the process follows.
 * A candidate may decide an open task without claiming it first.
 * @throws ApiError task_not_found, forbidden, verdict_not_allowed, reason_required, task_already_done,
 *   task_claimed_by_other, task_cancelled, excluded_decider, version_conflict, instance_ended
 */
export async function completeTask(context: CommandContext, props: CompleteTaskProps): Promise<void> {
  const { db, actor, now } = context;
  const { taskId, version, verdict, reason } = props;
  const task = await candidateTask(context, taskId);
  if (!task.verdicts.includes(verdict))
    throw new ApiError('verdict_not_allowed', { parameters: { verdict } });
  if (verdict !== 'approve' && !reason) {
    throw new ApiError('reason_required', {
      errors: (locale) => [
        {
          path: 'reason',
          code: 'required',
          detail: { vi: 'Cần nêu lý do.', en: 'A reason is needed.' }[locale],
        },
      ],
    });
  }
  if (task.status !== 'open' && task.status !== 'claimed') return refuseTask(context, taskId);

  await db.transaction(async (tx) => {
    const number = await appendEvent(tx, {
      instanceId: task.instanceId,
      event: { type: 'taskCompleted', visit: task.visit, variables: { verdict } },
      accountId: actor.accountId,
    });
    // Sent together; a decision that comes too late takes the other row back with it.
    const [decided] = await Promise.all([
      tx
        .update(tasks)
        .set({
          status: 'done',
          verdict,
          reason: reason ?? null,
          assigneeId: actor.accountId,
          decidedBy: actor.accountId,
          decidedAt: now,
          outboxNumber: number,
          version: sql`${tasks.version} + 1`,
        })
        .where(
          and(
            eq(tasks.id, taskId),
            eq(tasks.version, version),
            inArray(tasks.status, ['open', 'claimed']),
            or(isNull(tasks.assigneeId), eq(tasks.assigneeId, actor.accountId)),
            // The instance is locked by now: nobody can be deciding the earlier task at this moment.
            not(isExcludedDecider(actor.accountId)),
          ),
        )
        .returning({ id: tasks.id }),
      writeAudit(tx, context, {
        action: 'task.complete',
        subjectKind: 'task',
        subjectId: taskId,
        details: { dossierId: task.dossierId, element: task.element, verdict, reason: reason ?? null },
      }),
    ]);
    if (decided.length === 0) return refuseTask({ ...context, db: tx }, taskId);
  });
  context.deliver(task.instanceId);
}
