import { desc, inArray } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { agendaItems } from '../../db/schema/index.ts';
import type { BlocMember } from '../contract/blocs.ts';

type Vote = NonNullable<BlocMember['vote']>;

/** What the bloc's council found about members, by the member's id: the newest ballot on each. */
export async function votesOn(db: Executor, memberIds: readonly string[]): Promise<Map<string, Vote>> {
  const rows = await db
    .selectDistinctOn([agendaItems.blocMemberId], {
      memberId: agendaItems.blocMemberId,
      result: agendaItems.result,
      inFavour: agendaItems.inFavour,
      total: agendaItems.total,
      rank: agendaItems.rank,
    })
    .from(agendaItems)
    .where(inArray(agendaItems.blocMemberId, [...memberIds]))
    .orderBy(agendaItems.blocMemberId, desc(agendaItems.round));
  return new Map(rows.flatMap(({ memberId, ...vote }) => (memberId === null ? [] : [[memberId, vote]])));
}
