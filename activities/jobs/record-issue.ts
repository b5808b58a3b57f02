import { and, eq } from 'drizzle-orm';
import { listsDossier } from '../../db/papers/entries.ts';
import { papers } from '../../db/schema/index.ts';
import { recordDecision } from './issue-paper.ts';
import { JobError, type TransactionalJob } from './job.ts';

/** `record-issue`: the decision with this dossier on its list has gone out; the dossier is issued and the ledger holds its awards. */
export const recordIssue: TransactionalJob = async (context) => {
  const { tx, dossier, now } = context;
  const [paper] = await tx
    .select({ id: papers.id })
    .from(papers)
    .where(and(listsDossier(tx, dossier.id), eq(papers.kind, 'decision'), eq(papers.status, 'issued')));
  if (!paper)
    throw new JobError('no_issued_decision', 'No decision with this dossier on its list has been issued.');
  await recordDecision(tx, context, paper.id, now);
  return {};
};
