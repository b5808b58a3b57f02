import { and, asc, eq, gt, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import { advisoryLocks } from '../db/advisory-locks.ts';
import type { Database, Executor } from '../db/client.ts';
import { appendEvent } from '../db/outbox.ts';
import { processInstances, publications, subscriptions } from '../db/schema/index.ts';

/** Instances told of a signal in one transaction. */
const chunk = 100;
/** How long, by the clock of the database, a step that has begun to wait in time may take to commit. */
const grace = sql`interval '1 minute'`;

export interface CarryPublicationsOptions {
  db: Database;
  /** Hands an instance's events on to Temporal. */
  deliver: (instanceId: string) => Promise<void>;
}

type Publication = typeof publications.$inferSelect;

/**
 * Carries what instances threw to whom it concerns, by events of the numbered outbox: a signal to every other instance that
 * waits for it, chunk by chunk, a message to the one that has waited longest. Each chunk is one transaction, so whoever
 * comes after a process that died in between goes on where it stopped. Returns how many events were written.
 */
export async function carryPublications({ db, deliver }: CarryPublicationsOptions): Promise<number> {
  let written = 0;
  for (;;) {
    const instances = await carryNext(db, chunk);
    if (instances === null) return written;
    written += instances.length;
    await Promise.all(instances.map(deliver));
  }
}

/**
 * One transaction: the oldest message that somebody waits for, or a chunk of a signal.
 * @returns the instances with new events, or null when there is nothing to carry at the moment
 */
export async function carryNext(db: Database, size: number): Promise<string[] | null> {
  return db.transaction(async (tx) => {
    // One carrier at a time: two would overtake each other and change the order of what an instance sends.
    const { rows } = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(${advisoryLocks.publications}) as mine`,
    );
    if (!rows[0]?.mine) return null;
    await closeExpired(tx);
    const [next] = await tx
      .select({ publication: publications, subscription: subscriptions })
      .from(publications)
      .leftJoin(subscriptions, and(eq(publications.kind, 'message'), receives))
      .leftJoin(processInstances, eq(processInstances.id, subscriptions.instanceId))
      .where(and(isNull(publications.closedAt), or(eq(publications.kind, 'signal'), isFree)))
      .orderBy(asc(publications.id), asc(subscriptions.openedAt), asc(subscriptions.instanceId))
      .limit(1);
    if (!next) return null;
    const { publication, subscription } = next;
    return subscription ? deliverMessage(tx, publication, subscription) : broadcast(tx, publication, size);
  });
}

/** Condition: the subscription waits for the publication, and began to in time. */
const receives = and(
  eq(subscriptions.kind, publications.kind),
  eq(subscriptions.name, publications.name),
  or(eq(subscriptions.correlationKey, ''), eq(subscriptions.correlationKey, publications.correlationKey)),
  lte(subscriptions.openedAt, publications.keptUntil),
);

/** Condition: the instance runs and has used up what was sent to the subscription before. */
const isFree = and(
  eq(processInstances.status, 'running'),
  or(isNull(subscriptions.takenBy), lte(subscriptions.takenBy, processInstances.appliedNumber)),
);

async function closeExpired(tx: Executor): Promise<void> {
  await tx
    .update(publications)
    .set({ closedAt: sql`now()` })
    .where(
      and(
        isNull(publications.closedAt),
        eq(publications.kind, 'message'),
        lt(publications.keptUntil, sql`now() - ${grace}`),
      ),
    );
}

async function deliverMessage(
  tx: Executor,
  { id, name, correlationKey, variables }: Publication,
  { instanceId, visit, kind, correlationKey: wanted }: typeof subscriptions.$inferSelect,
): Promise<string[]> {
  const event = { type: 'message' as const, name, correlationKey, variables };
  const takenBy = await appendEvent(tx, { instanceId, event, accountId: null });
  await tx
    .update(subscriptions)
    .set({ takenBy })
    .where(
      and(
        eq(subscriptions.instanceId, instanceId),
        eq(subscriptions.visit, visit),
        eq(subscriptions.kind, kind),
        eq(subscriptions.name, name),
        eq(subscriptions.correlationKey, wanted),
      ),
    );
  await close(tx, id);
  return [instanceId];
}

/** Tells the next instances, in the order of their ids, which is also the order in which others lock them. */
async function broadcast(tx: Executor, publication: Publication, size: number): Promise<string[]> {
  const { id, instanceId: from, name, variables, toldUpTo } = publication;
  const hearers = await tx
    .selectDistinct({ id: subscriptions.instanceId })
    .from(subscriptions)
    .innerJoin(publications, receives)
    .where(
      and(
        eq(publications.id, id),
        // Inside its own instance a signal has been heard already.
        ne(subscriptions.instanceId, from),
        toldUpTo === null ? undefined : gt(subscriptions.instanceId, toldUpTo),
      ),
    )
    .orderBy(asc(subscriptions.instanceId))
    .limit(size);
  for (const { id: instanceId } of hearers) {
    await appendEvent(tx, { instanceId, event: { type: 'signal', name, variables }, accountId: null });
  }
  const last = hearers.at(-1);
  if (last && hearers.length === size) {
    await tx.update(publications).set({ toldUpTo: last.id }).where(eq(publications.id, id));
  } else {
    await close(tx, id);
  }
  return hearers.map((hearer) => hearer.id);
}

async function close(tx: Executor, id: number): Promise<void> {
  await tx.update(publications).set({ closedAt: sql`now()` }).where(eq(publications.id, id));
}
