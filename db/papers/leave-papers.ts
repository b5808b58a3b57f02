import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../client.ts';
import { appendEvent } from '../outbox.ts';
import { paperEntries, papers, processInstances } from '../schema/index.ts';

/**
 * A dossier falls out of the papers that were not issued yet, and stays named there with the reason. One that is still being
 * gathered and has no other dossier is dropped: its process ends. The dossier's own instance is locked before.
 * @returns the instances of papers that have news
 */
export async function leavePapers(
  tx: Executor,
  dossierId: string,
  reason: string,
  now: Date,
): Promise<string[]> {
  const unissued = await tx
    .select({ id: papers.id, instanceId: papers.instanceId })
    .from(papers)
    .innerJoin(paperEntries, eq(paperEntries.paperId, papers.id))
    .where(
      and(
        eq(paperEntries.dossierId, dossierId),
        inArray(paperEntries.status, ['listed', 'left_out']),
        inArray(papers.status, ['draft', 'signed', 'numbered']),
      ),
    )
    .orderBy(asc(papers.instanceId));
  const told: string[] = [];
  for (const { id, instanceId } of unissued) {
    if (instanceId === null) continue;
    await tx
      .select({ id: processInstances.id })
      .from(processInstances)
      .where(eq(processInstances.id, instanceId))
      .for('update');
    await tx
      .update(paperEntries)
      .set({ status: 'withdrawn', reason, withdrawnAt: now })
      .where(and(eq(paperEntries.paperId, id), eq(paperEntries.dossierId, dossierId)));
    if (await dropEmpty(tx, { id, instanceId }, now)) told.push(instanceId);
  }
  return told;
}

async function dropEmpty(
  tx: Executor,
  { id: paperId, instanceId }: { id: string; instanceId: string },
  now: Date,
): Promise<boolean> {
  const left = alias(paperEntries, 'left');
  const others = tx
    .select({ one: sql`1` })
    .from(left)
    .where(and(eq(left.paperId, paperId), inArray(left.status, ['listed', 'left_out'])));
  const dropped = await tx
    .update(papers)
    .set({ voidedAt: now })
    .where(
      and(eq(papers.id, paperId), eq(papers.status, 'draft'), isNull(papers.voidedAt), notExists(others)),
    )
    .returning({ id: papers.id });
  if (dropped.length === 0) return false;
  const event = { type: 'message' as const, name: 'paper-void', correlationKey: paperId, variables: {} };
  await appendEvent(tx, { instanceId, event, accountId: null });
  return true;
}
