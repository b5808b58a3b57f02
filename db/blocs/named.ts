import { and, asc, eq, gt, inArray, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../client.ts';
import { agendaItems, blocMembers, referrals } from '../schema/index.ts';

/** Members of years whom the bloc's council named for the flag: those that passed its last vote, the first by votes first. */
export async function namedMembers(
  db: Executor,
  blocYearIds: readonly string[],
): Promise<{ blocYearId: string; unitId: string }[]> {
  const later = alias(referrals, 'later');
  return db
    .select({ blocYearId: blocMembers.blocYearId, unitId: blocMembers.unitId })
    .from(agendaItems)
    .innerJoin(blocMembers, eq(blocMembers.id, agendaItems.blocMemberId))
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(
      and(
        inArray(blocMembers.blocYearId, [...blocYearIds]),
        eq(agendaItems.result, 'passed'),
        notExists(
          db
            .select()
            .from(later)
            .where(and(eq(later.subjectId, referrals.subjectId), gt(later.createdAt, referrals.createdAt))),
        ),
      ),
    )
    .orderBy(asc(agendaItems.rank), asc(blocMembers.position));
}
