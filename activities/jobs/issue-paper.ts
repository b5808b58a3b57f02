import { and, eq, isNotNull } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { listedDossiers } from '../../db/papers/entries.ts';
import { papers, publications } from '../../db/schema/index.ts';
import { enterAwards } from './enter-awards.ts';
import { JobError, type SubjectJob, type SubjectJobContext } from './job.ts';
import { moveDossier } from './move-dossier.ts';
import { isPaperOf } from './paper-of.ts';

/** How long a message waits for a dossier that does not wait yet: its own clock may run ahead of the paper's. */
const patienceMs = 366 * 24 * 3_600_000;

/**
 * `issue-paper`: the numbered and printed paper goes out, and every dossier on its list is told, each once. In definitions older
 * than shared papers the dossier's own process issues its decision.
 */
export const issuePaper: SubjectJob = async (context) => {
  const { tx, subject, dossier, now } = context;
  const [paper] = await tx
    .update(papers)
    .set({ status: 'issued' })
    .where(and(isPaperOf(subject), eq(papers.status, 'numbered'), isNotNull(papers.documentId)))
    .returning({ id: papers.id });
  if (!paper) throw new JobError('no_printed_paper', 'There is no numbered and printed paper to issue.');
  if (!dossier) return tellDossiers(context, paper.id);
  await recordDecision(tx, { ...context, dossier }, paper.id, now);
  return {};
};

/** Told by publications, carried after the commit: this step locks no instance but its own (decision 10). */
async function tellDossiers({ tx, instanceId, job, now }: SubjectJobContext, paperId: string) {
  const listed = await listedDossiers(tx, paperId);
  if (listed.length === 0) return {};
  await tx.insert(publications).values(
    listed.map(({ entryId }) => ({
      instanceId,
      element: job.element,
      kind: 'message' as const,
      name: 'paper-issued',
      correlationKey: entryId,
      variables: {},
      at: now,
      keptUntil: new Date(now.getTime() + patienceMs),
    })),
  );
  return {};
}

/** The decision on a dossier has gone out: the dossier is issued, and the ledger holds its awards. */
export async function recordDecision(
  tx: Executor,
  context: Parameters<typeof moveDossier>[0],
  paperId: string,
  now: Date,
): Promise<void> {
  await moveDossier(context, { status: 'issued' });
  await enterAwards(tx, { dossierId: context.dossier.id, paperId, now });
}
