import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { tasks } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { SessionStep } from '../contract/sessions.ts';
import { candidateOf, type TaskRow } from '../policies/tasks.ts';
import { isoOrNull } from './references.ts';

const openSteps = (instanceId: string) =>
  and(eq(tasks.instanceId, instanceId), inArray(tasks.status, ['open', 'claimed']));

/** The human step that a session's process waits at: it has one at a time. */
export async function openStep(db: Executor, instanceId: string | null): Promise<TaskRow | undefined> {
  if (instanceId === null) return undefined;
  const [step] = await db.select().from(tasks).where(openSteps(instanceId)).orderBy(desc(tasks.openedAt));
  return step;
}

/** The same as the reader may see it. */
export async function viewStep(
  { db, actor }: CommandContext,
  instanceId: string | null,
): Promise<SessionStep | null> {
  if (instanceId === null) return null;
  const [row] = await db
    .select({ task: tasks, canAct: candidateOf(actor) })
    .from(tasks)
    .where(openSteps(instanceId))
    .orderBy(desc(tasks.openedAt));
  if (!row) return null;
  const { element, name, candidateRole: role, dueAt } = row.task;
  return { element, name, role, dueAt: isoOrNull(dueAt), canAct: row.canAct };
}
