import { and, eq, inArray, like } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { tasks } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Level } from '../contract/common.ts';
import { candidateOf } from './tasks.ts';

/** Level at which the actor appraises the dossier now: a candidate of its open appraisal; undefined for others. */
export async function appraisesAt(
  { db, actor }: Pick<CommandContext, 'actor'> & { db: Executor },
  dossierId: string,
): Promise<Level | undefined> {
  const [task] = await db
    .select({ level: tasks.level })
    .from(tasks)
    .where(
      and(
        eq(tasks.subjectId, dossierId),
        like(tasks.element, 'appraise-at-%'),
        inArray(tasks.status, ['open', 'claimed']),
        candidateOf(actor),
      ),
    )
    .limit(1);
  return task?.level;
}
