import { and, desc, eq } from 'drizzle-orm';
import type { Executor } from '../db/client.ts';
import { holdsToday } from '../db/holds-today.ts';
import { accounts, positions } from '../db/schema/index.ts';

/** Title of the position that the person of an account holds, the newest first; null where there is none. */
export async function titleOf(db: Executor, accountId: string): Promise<string | null> {
  const [position] = await db
    .select({ title: positions.title })
    .from(positions)
    .innerJoin(accounts, eq(accounts.personId, positions.personId))
    .where(and(eq(accounts.id, accountId), holdsToday(positions)))
    .orderBy(desc(positions.validFrom))
    .limit(1);
  return position?.title ?? null;
}
