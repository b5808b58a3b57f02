import { and, eq, inArray, isNull, not, or, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { isExcludedDecider } from '../../../db/excluded-deciders.ts';
import { isOnHold } from '../../../db/holds.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { awaitsModeration } from '../../../db/postings.ts';
import { tasks } from '../../../db/schema/index.ts';
import type { Variables } from '../../../engine/types.ts';
import type { CommandContext } from '../../context.ts';
import type { Overruling, Verdict } from '../../contract/tasks.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { writeAudit } from '../audit.ts';
import { requirePartyOpinions } from '../party/require-party-opinions.ts';
import { completionEffects } from './completion-effects.ts';
import { isHeads, overruleCouncil } from './overrule-council.ts';
import { refuseTask } from './task-guards.ts';

export interface Decision {
  /** Version of the task that the person saw. */
  version: number;
  verdict: Verdict;
  reason: string | null;
  /** What the task's form was filled in with; null where it has none. */
  formData: Variables | null;
  /** What of it the process may know. */
  variables: Variables;
  /** What the head decides against the council's advice. */
  overruled?: Overruling[];
  /** Seconds for which it is not sent on, so that it can be taken back; none where it is left out. */
  undoSeconds?: number;
}

/**
 * Writes a decision: the outbox row that carries it to the process, the task, the audit row. Who may decide has been checked.
 * @throws ApiError task_already_done, task_claimed_by_other, task_cancelled, excluded_decider, dossier_on_hold,
 *   comments_unread, not_overrulable, nobody_approved, version_conflict, and what the step itself refuses:
 *   `stepErrors`
 * @throws InstanceEndedError
 */
export async function recordDecision(
  tx: Executor,
  context: CommandContext,
  task: TaskRow,
  { version, verdict, reason, formData, variables, overruled = [], undoSeconds }: Decision,
): Promise<void> {
  const { actor, now } = context;
  const number = await appendEvent(tx, {
    instanceId: task.instanceId,
    event: { type: 'taskCompleted', visit: task.visit, variables: { ...variables, verdict } },
    accountId: actor.accountId,
    heldBackSeconds: undoSeconds,
  });
  // Sent together; a decision that comes too late takes the other row back with it.
  const [decided] = await Promise.all([
    tx
      .update(tasks)
      .set({
        status: 'done',
        verdict,
        reason,
        formData,
        assigneeId: actor.accountId,
        decidedBy: actor.accountId,
        decidedFor: actor.onBehalfOf?.accountId ?? null,
        decidedUnder: actor.onBehalfOf?.substitutionId ?? null,
        decidedAt: now,
        outboxNumber: number,
        version: sql`${tasks.version} + 1`,
      })
      .where(
        and(
          eq(tasks.id, task.id),
          eq(tasks.version, version),
          inArray(tasks.status, ['open', 'claimed']),
          or(isNull(tasks.assigneeId), eq(tasks.assigneeId, actor.accountId)),
          // The instance is locked by now: nobody can be deciding the earlier task at this moment.
          not(isExcludedDecider(actor.accountId)),
          not(isOnHold),
          not(awaitsModeration),
        ),
      )
      .returning({ id: tasks.id }),
    writeAudit(tx, context, {
      action: 'task.complete',
      subjectKind: 'task',
      subjectId: task.id,
      details: {
        subjectId: task.subjectId,
        element: task.element,
        verdict,
        reason,
        ...(overruled.length > 0 && { overruled }),
      },
    }),
  ]);
  if (decided.length === 0) return refuseTask({ ...context, db: tx }, task.id);
  await completionEffects[task.element]?.do(tx, context, task, verdict);
  if (verdict !== 'approve' || !isHeads(task)) return;
  await overruleCouncil(tx, context, task, overruled);
  await requirePartyOpinions(tx, context, task);
}
