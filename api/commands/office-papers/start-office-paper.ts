import { eq, inArray } from 'drizzle-orm';
import { officePaperProcess } from '../../../db/office-papers/process.ts';
import { officePapers, units } from '../../../db/schema/index.ts';
import { endOfTerm } from '../../../engine/time/local-date.ts';
import type { CommandContext } from '../../context.ts';
import type { StartOfficePaperRequest } from '../../contract/office-papers.ts';
import { ApiError } from '../../errors.ts';
import { lockDraftedPaper } from '../../policies/office-papers.ts';
import { writeAudit } from '../audit.ts';
import { startInstance } from '../instances/start-instance.ts';

/**
 * Hands a draft on: units are asked for comments until a day, then it is finished and submitted to be signed.
 * @throws ApiError office_paper_not_found, forbidden, office_paper_started, comments_due_missing, plan_date_past, unit_not_found,
 *   process_not_deployed
 */
export async function startOfficePaper(
  context: CommandContext,
  { paperId, commenters, commentsDue }: StartOfficePaperRequest & { paperId: string },
): Promise<void> {
  const { db, actor, today } = context;
  const asked = [...new Set(commenters)];
  const instanceId = await db.transaction(async (tx) => {
    const paper = await lockDraftedPaper({ actor, db: tx }, paperId);
    if (paper.instanceId !== null) throw new ApiError('office_paper_started');
    if (asked.length > 0 && commentsDue === null) throw new ApiError('comments_due_missing');
    if (commentsDue !== null && commentsDue < today)
      throw new ApiError('plan_date_past', { parameters: { date: commentsDue } });
    const found = await tx.select({ id: units.id }).from(units).where(inArray(units.id, asked));
    if (found.length < asked.length) throw new ApiError('unit_not_found');
    const started = await startInstance(tx, context, officePaperProcess, {
      paperId,
      commenters: asked,
      // Nobody is asked: the round ends as it begins, whatever its last day.
      commentsDue: endOfTerm(commentsDue ?? today),
    });
    await tx.update(officePapers).set({ instanceId: started }).where(eq(officePapers.id, paperId));
    await writeAudit(tx, context, {
      action: 'office_paper.start',
      subjectKind: 'office_paper',
      subjectId: paperId,
      details: { instanceId: started, version: paper.version, commenters: asked, commentsDue },
    });
    return started;
  });
  context.deliver(instanceId);
}
