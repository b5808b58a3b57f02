import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { agendaItems, blocMembers } from '../schema/index.ts';

/** Members of years whom the bloc's council named for the flag: those that passed its vote, the first by votes first. */
export async function namedMembers(
  db: Executor,
  blocYearIds: readonly string[],
): Promise<{ blocYearId: string; unitId: string }[]> {
  return db
    .select({ blocYearId: blocMembers.blocYearId, unitId: blocMembers.unitId })
    .from(agendaItems)
    .innerJoin(blocMembers, eq(blocMembers.id, agendaItems.blocMemberId))
    .where(and(inArray(blocMembers.blocYearId, [...blocYearIds]), eq(agendaItems.result, 'passed')))
    .orderBy(asc(agendaItems.rank), asc(blocMembers.position));
}
