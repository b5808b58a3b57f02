import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { agendaItems, referrals } from '../../db/schema/index.ts';

/**
 * A subject of the agenda, with items still to be decided, whose rule-set lets nobody vote in a member's place; undefined where
 * all of them allow it.
 */
export async function subjectWithoutProxies(db: Executor, sessionId: string): Promise<string | undefined> {
  const [barred] = await db
    .select({ subjectId: referrals.subjectId })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(
      and(
        eq(agendaItems.sessionId, sessionId),
        isNull(agendaItems.result),
        eq(referrals.proxiesAllowed, false),
      ),
    )
    .limit(1);
  return barred?.subjectId;
}
