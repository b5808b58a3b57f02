import { and, eq, isNull } from 'drizzle-orm';
import { publicPostings } from '../../db/schema/index.ts';
import { JobError, type TransactionalJob } from './job.ts';

/** `end-posting`: the window is over; nothing of the posting is shown in public any more, and no comment is taken. */
export const endPosting: TransactionalJob = async ({ tx, instanceId, now }) => {
  const ended = await tx
    .update(publicPostings)
    .set({ endedAt: now })
    .where(and(eq(publicPostings.instanceId, instanceId), isNull(publicPostings.endedAt)))
    .returning({ id: publicPostings.id });
  if (ended.length === 0) throw new JobError('no_posting', 'No public posting of this dossier is running.');
  return {};
};
