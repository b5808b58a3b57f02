import { eq } from 'drizzle-orm';
import type { Executor } from '../db/client.ts';
import { roleHolders } from '../db/roles/role-holders.ts';
import { type noticeKindEnum, notices, tasks } from '../db/schema/index.ts';
import type { Effect } from '../engine/types.ts';

export type NoticeKind = (typeof noticeKindEnum.enumValues)[number];

export interface NewNotice {
  kind: NoticeKind;
  accountIds: string[];
  /** Row of `subjects` that it is about. */
  subjectId: string;
  taskId?: string;
  offset?: number;
  reason?: string | null;
}

/** Writes one notice per account. A declared reminder that fired before writes nothing. Returns how many were written. */
export async function writeNotices(tx: Executor, notice: NewNotice, now: Date): Promise<number> {
  const { accountIds, ...shared } = notice;
  if (accountIds.length === 0) return 0;
  const rows = accountIds.map((accountId) => ({ ...shared, accountId, createdAt: now }));
  const written = await tx.insert(notices).values(rows).onConflictDoNothing().returning({ id: notices.id });
  return written.length;
}

type Remind = Extract<Effect, { type: 'remind' }>;
type Task = typeof tasks.$inferSelect;

const noticeKinds = { before: 'reminder', overdue: 'overdue', escalation: 'escalation' } as const;

/**
 * Notices of a declared reminder: to whoever holds the task, else to all who could; an escalation also goes to the
 * administrators of the place.
 */
export async function remindOfTask(
  tx: Executor,
  task: Task,
  effect: Remind,
  now: Date,
  today: string,
): Promise<number> {
  const place = { unitId: task.candidateUnitId, councilId: task.candidateCouncilId };
  const holders = task.assigneeId
    ? [task.assigneeId]
    : await roleHolders(tx, { role: task.candidateRole, ...place }, today);
  const above = effect.kind === 'escalation' ? await roleHolders(tx, { role: 'admin', ...place }, today) : [];
  return writeNotices(
    tx,
    {
      kind: noticeKinds[effect.kind],
      accountIds: [...new Set([...holders, ...above])],
      subjectId: task.subjectId,
      taskId: task.id,
      offset: effect.offset,
    },
    now,
  );
}

/** Tells the author of a decision that it came too late. */
export async function tellOvertaken(tx: Executor, taskId: string, now: Date): Promise<number> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
  if (!task?.decidedBy) return 0;
  return writeNotices(
    tx,
    { kind: 'overtaken', accountIds: [task.decidedBy], subjectId: task.subjectId, taskId, offset: 0 },
    now,
  );
}
