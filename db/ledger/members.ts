import { sql } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { idArray } from '../id-array.ts';

/** Persons with a post in a unit, or in one below it, at the end of a year; by the unit. */
export async function membersIn(
  db: Executor,
  unitIds: Iterable<string>,
  year: number,
): Promise<Map<string, string[]>> {
  const { rows } = await db.execute<{ unitId: string; personId: string }>(sql`
    with recursive below as (
      select id as root, id from unnest(${idArray(unitIds)}) as id
      union select below.root, u.id from units u join below on u.parent_id = below.id
    )
    select distinct below.root as "unitId", p.person_id as "personId"
    from below join positions p on p.unit_id = below.id
    where p.valid_from <= ${`${year}-12-31`} and coalesce(p.valid_to, 'infinity') >= ${`${year}-12-31`}`);
  return new Map(
    [...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, staff]) => [
      unitId,
      staff.map(({ personId }) => personId),
    ]),
  );
}
