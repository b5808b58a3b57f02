import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { paperEntries, papers } from '../schema/index.ts';
import { openPaper } from './join-paper.ts';

/**
 * Settles the list of a paper that is being gathered: it is signed from now on, and what was left out goes over to the next
 * paper of the same kind. The paper's instance is locked before.
 * @returns how many dossiers the paper lists; 0 where it was dropped because the last one was withdrawn
 */
export async function settlePaper(tx: Executor, paperId: string, now: Date): Promise<number> {
  const [paper] = await tx
    .update(papers)
    .set({ status: 'signed', signedAt: now })
    .where(and(eq(papers.id, paperId), eq(papers.status, 'draft'), isNull(papers.voidedAt)))
    .returning();
  if (!paper) return 0;
  const entries = await tx
    .select({ id: paperEntries.id, status: paperEntries.status })
    .from(paperEntries)
    .where(eq(paperEntries.paperId, paperId))
    .orderBy(asc(paperEntries.joinedAt));
  await handOver(tx, paper, ['left_out'], now);
  return entries.filter(({ status }) => status === 'listed').length;
}

/**
 * The process of a paper was cancelled: a paper that was not issued is void, and its dossiers go over to the next one, which begins
 * anew. The paper's instance is locked before.
 */
export async function dropPaper(tx: Executor, paperId: string, now: Date): Promise<void> {
  const [paper] = await tx
    .update(papers)
    .set({ voidedAt: now })
    .where(and(eq(papers.id, paperId), inArray(papers.status, ['draft', 'signed']), isNull(papers.voidedAt)))
    .returning();
  if (paper) await handOver(tx, paper, ['listed', 'left_out'], now);
}

/** Entries in these states go over to the paper that gathers next. */
async function handOver(
  tx: Executor,
  { id, signerId, ...like }: typeof papers.$inferSelect,
  statuses: (typeof paperEntries.$inferSelect)['status'][],
  now: Date,
): Promise<void> {
  const those = and(eq(paperEntries.paperId, id), inArray(paperEntries.status, statuses));
  const [any] = await tx.select({ id: paperEntries.id }).from(paperEntries).where(those).limit(1);
  if (!any) return;
  const { awardCode, periodFrom, periodTo, ruleSetId } = like;
  if (
    signerId === null ||
    awardCode === null ||
    periodFrom === null ||
    periodTo === null ||
    ruleSetId === null
  )
    throw new Error(`paper ${id} lists dossiers and does not say of what`);
  const { kind, issuerId, recipientId, signedForId, signerTitle } = like;
  const basket = { kind, issuerId, recipientId, awardCode, periodFrom, periodTo, ruleSetId };
  const next = await openPaper(tx, { ...basket, signerId, signedForId, signerTitle }, now);
  await tx.update(paperEntries).set({ paperId: next, status: 'listed' }).where(those);
}
