import { sql } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { idArray } from '../id-array.ts';

/**
 * For each person the rows of `people` that confirmed matches tie to them, themselves included: one human being with one
 * ledger. A confirmed match has no direction, so splitting it is all it takes to have two again.
 */
export async function identitiesOf(
  db: Executor,
  personIds: Iterable<string>,
): Promise<{ personId: string; sameId: string }[]> {
  const { rows } = await db.execute<{ personId: string; sameId: string }>(sql`
    with recursive identity as (
      select id as person_id, id as same_id from unnest(${idArray(personIds)}) as id
      union
      select identity.person_id, case when m.person_a = identity.same_id then m.person_b else m.person_a end
      from identity join person_matches m
        on m.status = 'confirmed' and identity.same_id in (m.person_a, m.person_b)
    )
    select person_id as "personId", same_id as "sameId" from identity`);
  return rows;
}
