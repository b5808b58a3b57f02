import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { accounts, people, tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { findVisibleDossier } from '../../policies/dossiers.ts';
import { isCandidate, type TaskRow } from '../../policies/tasks.ts';

/**
 * The task, for a command of one of its candidates.
 * @throws ApiError task_not_found where the actor may not even read its dossier, forbidden where it may
 */
export async function candidateTask(context: CommandContext, taskId: string): Promise<TaskRow> {
  const [task] = await context.db.select().from(tasks).where(eq(tasks.id, taskId));
  if (!task) throw new ApiError('task_not_found');
  if (await isCandidate(context.db, context.actor, task)) return task;
  const readable = await findVisibleDossier(context, task.dossierId);
  throw new ApiError(readable ? 'forbidden' : 'task_not_found');
}

/** Says why a task cannot be changed as asked: done, cancelled, held by another, or simply newer than what was seen. */
export async function refuseTask(
  { db, actor }: { db: Executor; actor: CommandContext['actor'] },
  taskId: string,
): Promise<never> {
  const [task] = await db.select().from(tasks).where(eq(tasks.id, taskId));
  if (!task) throw new ApiError('task_not_found');
  if (task.status === 'done' || task.status === 'overtaken') {
    throw new ApiError('task_already_done', { parameters: { by: await nameOf(db, task.decidedBy) } });
  }
  if (task.status === 'cancelled') throw new ApiError('task_cancelled');
  if (task.assigneeId && task.assigneeId !== actor.accountId) {
    throw new ApiError('task_claimed_by_other', { parameters: { by: await nameOf(db, task.assigneeId) } });
  }
  throw new ApiError('version_conflict');
}

async function nameOf(db: Executor, accountId: string | null): Promise<string> {
  const [row] = await db
    .select({ name: people.fullName })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(accountId === null ? sql`false` : eq(accounts.id, accountId));
  return row?.name ?? '?';
}
