import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { presentVersion, readCalendar } from '../db/calendar.ts';
import type { Database } from '../db/client.ts';
import { appendEvent } from '../db/outbox.ts';
import { processInstances } from '../db/schema/index.ts';
import { calendarOf } from '../domain/calendar.ts';

/** Instances told in one transaction. */
const chunk = 100;

export interface CarryCalendarOptions {
  db: Database;
  /** Hands an instance's events on to Temporal. */
  deliver: (instanceId: string) => Promise<void>;
}

/**
 * Tells every running instance that counts on an older calendar of the present one, by an event of the numbered outbox,
 * chunk by chunk. Which version an instance has been told of stands in its own row, so whoever comes after a process that
 * died in between goes on where it stopped, and an instance started with the old calendar in the last moment is found
 * too. An instance without an open clock is told as well: it counts the next one on the calendar it carries.
 * Returns how many were told.
 */
export async function carryCalendar({ db, deliver }: CarryCalendarOptions): Promise<number> {
  let told = 0;
  for (;;) {
    const instances = await tellChunk(db, chunk);
    if (instances.length === 0) return told;
    told += instances.length;
    await Promise.all(instances.map(deliver));
  }
}

/** Tells at most `size` instances, in one transaction; those that somebody is acting on at the moment are left for later. */
export async function tellChunk(db: Database, size: number): Promise<string[]> {
  return db.transaction(async (tx) => {
    const outdated = await tx
      .select({ id: processInstances.id })
      .from(processInstances)
      .where(
        and(eq(processInstances.status, 'running'), lt(processInstances.calendarVersion, presentVersion)),
      )
      .orderBy(asc(processInstances.id))
      .limit(size)
      .for('update', { skipLocked: true });
    if (outdated.length === 0) return [];
    const { version, days } = await readCalendar(tx);
    const calendar = calendarOf(days);
    const ids = outdated.map(({ id }) => id);
    await tx
      .update(processInstances)
      .set({ calendarVersion: version })
      .where(inArray(processInstances.id, ids));
    for (const instanceId of ids) {
      await appendEvent(tx, { instanceId, event: { type: 'calendarChanged', calendar }, accountId: null });
    }
    return ids;
  });
}
