import { eq } from 'drizzle-orm';
import { officePapers, officePaperVersions } from '../../../db/schema/index.ts';
import type { PaperDraft } from '../../../domain/papers/draft.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { isWritable, lockDraftedPaper } from '../../policies/office-papers.ts';
import { writeAudit } from '../audit.ts';
import { requireSound } from './draft-guards.ts';

/**
 * Writes what a paper says: one version more, those before it stay as they are.
 * @throws ApiError office_paper_not_found, forbidden, office_paper_not_writable, version_conflict, office_paper_invalid,
 *   overlay_refused, no_rule_set, unit_not_found
 */
export async function writeDraft(
  context: CommandContext,
  { paperId, version, draft }: { paperId: string; version: number; draft: PaperDraft },
): Promise<void> {
  const { db, actor, now } = context;
  await db.transaction(async (tx) => {
    const paper = await lockDraftedPaper({ actor, db: tx }, paperId);
    if (!(await isWritable(tx, paper))) throw new ApiError('office_paper_not_writable');
    if (paper.version !== version) throw new ApiError('version_conflict');
    await requireSound(tx, paper, draft);
    const number = version + 1;
    const written = { number, content: draft, writtenBy: actor.accountId, writtenAt: now };
    await tx.insert(officePaperVersions).values({ paperId, ...written });
    await tx
      .update(officePapers)
      .set({ version: number, title: draft.title })
      .where(eq(officePapers.id, paperId));
    await writeAudit(tx, context, {
      action: 'office_paper.write',
      subjectKind: 'office_paper',
      subjectId: paperId,
      details: { version: number },
    });
  });
}
