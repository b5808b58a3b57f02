import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { paperEntries, papers, processInstances, tasks } from '../../../db/schema/index.ts';
import { settlingSteps } from '../../../domain/dossier-papers.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { paperVisibleTo } from '../../policies/papers.ts';
import { candidateOf } from '../../policies/tasks.ts';
import { writeAudit } from '../audit.ts';

export interface ListDossierProps {
  paperId: string;
  dossierId: string;
  /** Does it go in this paper, or is it left out for the next? */
  listed: boolean;
}

/**
 * Chooses whether a dossier goes in the paper that is being gathered, or in the next.
 * @throws ApiError paper_not_found, forbidden, paper_settled, dossier_not_in_paper
 */
export async function listDossier(context: CommandContext, props: ListDossierProps): Promise<void> {
  const { db, actor } = context;
  const { paperId, dossierId, listed } = props;
  const [paper] = await db
    .select()
    .from(papers)
    .where(and(eq(papers.id, paperId), paperVisibleTo(actor)));
  if (!paper) throw new ApiError('paper_not_found');
  await db.transaction(async (tx) => {
    // The instance first: its lock orders everything that happens to the list.
    await tx
      .select({ id: processInstances.id })
      .from(processInstances)
      .where(paper.instanceId === null ? sql`false` : eq(processInstances.id, paper.instanceId))
      .for('update');
    const [step] = await tx
      .select({ isCandidate: candidateOf(actor) })
      .from(tasks)
      .where(
        and(
          eq(tasks.subjectId, paperId),
          eq(tasks.element, settlingSteps[paper.kind]),
          inArray(tasks.status, ['open', 'claimed']),
        ),
      );
    if (!step) throw new ApiError('paper_settled');
    if (!step.isCandidate) throw new ApiError('forbidden');
    const changed = await tx
      .update(paperEntries)
      .set({ status: listed ? 'listed' : 'left_out' })
      .where(
        and(
          eq(paperEntries.paperId, paperId),
          eq(paperEntries.dossierId, dossierId),
          ne(paperEntries.status, 'withdrawn'),
        ),
      )
      .returning({ id: paperEntries.id });
    if (changed.length === 0) throw new ApiError('dossier_not_in_paper');
    await writeAudit(tx, context, {
      action: 'paper.list',
      subjectKind: 'paper',
      subjectId: paperId,
      details: { dossierId, listed },
    });
  });
}
