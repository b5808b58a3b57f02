import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { papers } from '../schema/index.ts';

/** Condition on `papers`: the decision that the process of a subject made on it, unless another one took its place. */
export const isOwnDecision = (subjectId: string | SQL): SQL | undefined =>
  and(eq(papers.subjectId, subjectId), eq(papers.kind, 'decision'), isNull(papers.voidedAt));

/** A decision on the subject that is signed and has no number yet is void: it is to be signed anew. */
export async function voidUnnumberedDecision(tx: Executor, subjectId: string, now: Date): Promise<void> {
  await tx
    .update(papers)
    .set({ voidedAt: now })
    .where(and(isOwnDecision(subjectId), eq(papers.status, 'signed')));
}
