import { sql } from 'drizzle-orm';
import { advisoryLocks } from '../advisory-locks.ts';
import type { Executor } from '../client.ts';
import { storeCalendars } from './calendar.ts';
import { storeLaw } from './law.ts';
import { deployModels } from './processes.ts';
import { readCalendars, readRuleSets } from './read-rules.ts';

/**
 * Installs what a release brings beside its schema: the law and the calendars of `rules/`, the models of `processes/`. What an
 * administrator changed stays; the same release again changes nothing.
 * @throws FilesRefusedError when a file of `rules/` is wrong
 */
export async function installRelease(tx: Executor): Promise<void> {
  const law = await readRuleSets();
  const calendarFiles = await readCalendars();
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.seed})`);
  await storeLaw(tx, law);
  await storeCalendars(tx, calendarFiles);
  await deployModels(tx);
}
