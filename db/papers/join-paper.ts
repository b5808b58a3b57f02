import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { calendarOf } from '../../domain/calendar.ts';
import type { PaperKind } from '../../domain/dossier-papers.ts';
import { readCalendar } from '../calendar.ts';
import type { Executor } from '../client.ts';
import { newestDefinition } from '../definitions.ts';
import { appendEvent } from '../outbox.ts';
import { type dossiers, paperEntries, papers, processInstances } from '../schema/index.ts';

/** What the dossiers of one paper have in common. */
export type PaperOf = Pick<
  typeof papers.$inferSelect,
  'kind' | 'issuerId' | 'recipientId' | 'signedForId' | 'signerTitle'
> &
  Pick<typeof dossiers.$inferSelect, 'awardCode' | 'periodFrom' | 'periodTo'> & {
    ruleSetId: string;
    signerId: string;
  };

/** No model is deployed that makes papers of the kind. */
export class NoPaperProcessError extends Error {
  readonly code = 'no_paper_process';
  constructor(kind: PaperKind) {
    super(`no process "${kind}" is deployed that could make the paper`);
  }
}

/**
 * Puts a dossier on the list of the paper that is being gathered for what it has in common with others, or begins that paper and
 * its process. Locks the process's instance, so a dossier comes before the list is settled or goes into the next paper.
 * @returns the entry, by which the dossier's process waits
 * @throws NoPaperProcessError
 */
export async function joinPaper(
  tx: Executor,
  like: PaperOf,
  dossierId: string,
  now: Date,
): Promise<{ entryId: string; paperId: string }> {
  const paperId = await openPaper(tx, like, now);
  const [entry] = await tx
    .insert(paperEntries)
    .values({ paperId, dossierId, joinedAt: now })
    .returning({ entryId: paperEntries.id });
  if (!entry) throw new Error('insert of a paper entry returned no row');
  return { ...entry, paperId };
}

/** The paper that gathers for this basket; a settled one is passed over, and whoever is second to begin one finds the first's. */
export async function openPaper(tx: Executor, like: PaperOf, now: Date): Promise<string> {
  for (;;) {
    const [draft] = await tx
      .select({ id: papers.id, instanceId: papers.instanceId })
      .from(papers)
      .where(isDraftOf(like));
    if (!draft) {
      const begun = await beginPaper(tx, like, now);
      if (begun !== null) return begun;
      continue;
    }
    await tx
      .select({ id: processInstances.id })
      .from(processInstances)
      .where(eq(processInstances.id, String(draft.instanceId)))
      .for('update');
    const [still] = await tx
      .select({ id: papers.id })
      .from(papers)
      .where(and(eq(papers.id, draft.id), eq(papers.status, 'draft'), isNull(papers.voidedAt)));
    if (still) return still.id;
  }
}

function isDraftOf(like: PaperOf): SQL | undefined {
  const same = <T extends 'recipientId' | 'signedForId'>(column: T) => {
    const value = like[column];
    return value === null ? isNull(papers[column]) : eq(papers[column], value);
  };
  return and(
    eq(papers.status, 'draft'),
    isNull(papers.voidedAt),
    isNotNull(papers.instanceId),
    eq(papers.kind, like.kind),
    eq(papers.issuerId, like.issuerId),
    same('recipientId'),
    eq(papers.awardCode, like.awardCode),
    eq(papers.periodFrom, like.periodFrom),
    eq(papers.periodTo, like.periodTo),
    eq(papers.ruleSetId, like.ruleSetId),
    eq(papers.signerId, like.signerId),
    same('signedForId'),
  );
}

/** @returns null where another transaction has begun the same paper meanwhile */
async function beginPaper(tx: Executor, like: PaperOf, now: Date): Promise<string | null> {
  const definition = await newestDefinition(tx, like.kind);
  if (!definition) throw new NoPaperProcessError(like.kind);
  const { version, days } = await readCalendar(tx);
  const [instance] = await tx
    .insert(processInstances)
    .values({ definitionId: definition.id, startedAt: now, calendarVersion: version })
    .returning({ id: processInstances.id });
  if (!instance) throw new Error('insert of a process instance returned no row');
  const [paper] = await tx
    .insert(papers)
    .values({ ...like, instanceId: instance.id, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: papers.id });
  if (!paper) {
    await tx.delete(processInstances).where(eq(processInstances.id, instance.id));
    return null;
  }
  await appendEvent(tx, {
    instanceId: instance.id,
    event: {
      type: 'start',
      process: like.kind,
      definition: definition.id,
      variables: { paperId: paper.id },
      calendar: calendarOf(days),
    },
    accountId: null,
  });
  return paper.id;
}
