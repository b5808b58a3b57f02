import { and, eq } from 'drizzle-orm';
import { tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { Verdict } from '../../contract/tasks.ts';
import { ApiError } from '../../errors.ts';
import { type BulkOutcome, forEachItem, requireDistinct } from '../bulk.ts';
import { prepareDecision } from './prepare-decision.ts';
import { recordDecision } from './record-decision.ts';

/** How long decisions of many tasks can be taken back; until then nobody is sent anything of them. */
export const undoSeconds = 10;

export interface DecideTasksProps {
  /** With the versions that the person saw. */
  tasks: { taskId: string; version: number }[];
  verdict: Verdict;
  reason?: string | undefined;
  /** Only find out what would be refused, and why. */
  preview: boolean;
}

/** Ends the transaction of a preview without a trace. */
class PreviewEnds extends Error {}

/**
 * Decides many tasks alike, with one reason. A preview is the very act, taken back at its end, so that what it lists is what
 * would be refused. Each task is a transaction of its own; its event waits in the outbox until it can be taken back no longer.
 * @throws ApiError item_listed_twice
 */
export async function decideTasks(context: CommandContext, props: DecideTasksProps): Promise<BulkOutcome[]> {
  const { verdict, reason, preview } = props;
  const versions = new Map(props.tasks.map(({ taskId, version }) => [taskId, version]));
  const ids = props.tasks.map(({ taskId }) => taskId);
  requireDistinct(ids);
  return forEachItem(context, ids, async (taskId) => {
    const version = versions.get(taskId) ?? 0;
    try {
      const { task, decision } = await prepareDecision(context, { taskId, version, verdict, reason });
      await context.db.transaction(async (tx) => {
        await recordDecision(tx, context, task, { ...decision, undoSeconds });
        if (preview) throw new PreviewEnds();
      });
    } catch (error) {
      if (error instanceof PreviewEnds) return;
      if (!preview && (await standsAlready(context, error, taskId, props))) return;
      throw error;
    }
  });
}

/** The request came a second time: the task stands decided by the same person in the same way. */
async function standsAlready(
  { db, actor }: CommandContext,
  error: unknown,
  taskId: string,
  { verdict, reason }: DecideTasksProps,
): Promise<boolean> {
  if (!(error instanceof ApiError) || error.code !== 'task_already_done') return false;
  const [task] = await db
    .select({ verdict: tasks.verdict, reason: tasks.reason })
    .from(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.decidedBy, actor.accountId)));
  return task?.verdict === verdict && task.reason === (reason ?? null);
}
