import { like, sql } from 'drizzle-orm';
import { advisoryLocks } from './advisory-locks.ts';
import type { Executor } from './client.ts';
import { dossiers } from './schema/index.ts';

/** The next running number of a year's dossiers; nobody else takes one until the transaction ends. */
export async function nextDossierNumber(tx: Executor, year: number): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.dossierCode})`);
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(substring(${dossiers.code} from '\\d+$')::int), 0)` })
    .from(dossiers)
    .where(like(dossiers.code, `HS-${year}-%`));
  return (last?.number ?? 0) + 1;
}
