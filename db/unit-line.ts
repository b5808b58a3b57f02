import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from './client.ts';

/** The table `line` for a statement that follows it: a unit and all units above it, with their `distance`, the unit itself 0. */
export function unitLine(start: string | SQL): SQL {
  return sql`with recursive line as (
    select units.*, 0 as distance from units where id = ${start}
    union all select u.*, line.distance + 1 from units u join line on u.id = line.parent_id
  )`;
}

/** The unit and all above it, nearest first; empty for a unit that does not exist. */
export async function lineOf(db: Executor, unitId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`${unitLine(unitId)} select id from line order by distance`,
  );
  return rows.map(({ id }) => id);
}
