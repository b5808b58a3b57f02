import { and, eq, isNotNull } from 'drizzle-orm';
import { papers } from '../../db/schema/index.ts';
import { enterAwards } from './enter-awards.ts';
import { JobError, type TransactionalJob } from './job.ts';
import { moveDossier } from './move-dossier.ts';

/** `issue-paper`: the numbered and printed decision goes out, the dossier is issued, and the ledger holds the awards. */
export const issuePaper: TransactionalJob = async (context) => {
  const { tx, dossier, now } = context;
  const [paper] = await tx
    .update(papers)
    .set({ status: 'issued' })
    .where(
      and(
        eq(papers.subjectId, dossier.id),
        eq(papers.kind, 'decision'),
        eq(papers.status, 'numbered'),
        isNotNull(papers.documentId),
      ),
    )
    .returning({ id: papers.id });
  if (!paper) throw new JobError('no_printed_paper', 'There is no numbered and printed decision to issue.');
  await moveDossier(context, { status: 'issued' });
  await enterAwards(tx, { dossierId: dossier.id, paperId: paper.id, now });
  return {};
};
