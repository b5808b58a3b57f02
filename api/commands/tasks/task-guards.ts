import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../../../db/client.ts';
import { excludesDecider } from '../../../db/excluded-deciders.ts';
import { lastingHold } from '../../../db/holds.ts';
import { awaitsModeration } from '../../../db/postings.ts';
import { accounts, dossierHolds, people, subjects, tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { subjectVisibleTo } from '../../policies/subjects.ts';
import { candidateOf, type TaskRow } from '../../policies/tasks.ts';

/**
 * The task, for a command of one of its candidates.
 * @throws ApiError task_not_found where the actor may not even read what it is about, forbidden where it may
 */
export async function candidateTask(context: CommandContext, taskId: string): Promise<TaskRow> {
  const [found] = await context.db
    .select({ task: tasks, isCandidate: candidateOf(context.actor) })
    .from(tasks)
    .where(eq(tasks.id, taskId));
  if (!found) throw new ApiError('task_not_found');
  const { task, isCandidate } = found;
  if (isCandidate) return task;
  const [readable] = await context.db
    .select({ id: subjects.id })
    .from(subjects)
    .where(and(eq(subjects.id, task.subjectId), subjectVisibleTo(context.actor, context.today)));
  throw new ApiError(readable ? 'forbidden' : 'task_not_found');
}

/** Says why a task cannot be changed as asked: done, cancelled, held by another, not for who judged before, on hold, or simply newer. */
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
  const earlier = await excludingTask(db, taskId, actor.accountId);
  if (earlier !== undefined) throw new ApiError('excluded_decider', { parameters: { task: earlier } });
  const [held] = await db
    .select({ reason: dossierHolds.reason })
    .from(dossierHolds)
    .where(lastingHold(task.subjectId));
  if (held) throw new ApiError('dossier_on_hold', { parameters: { reason: held.reason } });
  const [unread] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.id, taskId), awaitsModeration));
  if (unread) throw new ApiError('comments_unread');
  throw new ApiError('version_conflict');
}

/** Name of the task by whose decision the account may not do this one. */
async function excludingTask(db: Executor, taskId: string, accountId: string): Promise<string | undefined> {
  const earlier = alias(tasks, 'earlier');
  const [row] = await db
    .select({ name: earlier.name })
    .from(tasks)
    .innerJoin(earlier, excludesDecider)
    .where(and(eq(tasks.id, taskId), eq(earlier.decidedBy, accountId)))
    .orderBy(earlier.decidedAt)
    .limit(1);
  return row?.name;
}

async function nameOf(db: Executor, accountId: string | null): Promise<string> {
  const [row] = await db
    .select({ name: people.fullName })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(accountId === null ? sql`false` : eq(accounts.id, accountId));
  return row?.name ?? '?';
}
