import { and, desc, eq, lt } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { blocMembers, blocYears } from '../schema/index.ts';

/** Unit that led the bloc in the newest year before; null where none is on record. */
export async function leaderOfYearBefore(
  db: Executor,
  { blocId, year }: Pick<typeof blocYears.$inferSelect, 'blocId' | 'year'>,
): Promise<string | null> {
  const [before] = await db
    .select({ unitId: blocMembers.unitId })
    .from(blocMembers)
    .innerJoin(blocYears, eq(blocYears.id, blocMembers.blocYearId))
    .where(and(eq(blocYears.blocId, blocId), lt(blocYears.year, year), eq(blocMembers.role, 'leader')))
    .orderBy(desc(blocYears.year))
    .limit(1);
  return before?.unitId ?? null;
}
