import { sql } from 'drizzle-orm';
import type { Executor } from './client.ts';

/** The unit and all above it, nearest first; empty for a unit that does not exist. */
export async function lineOf(db: Executor, unitId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`with recursive line as (
    select id, parent_id, 0 as distance from units where id = ${unitId}
    union all select u.id, u.parent_id, line.distance + 1 from units u join line on u.id = line.parent_id
  ) select id from line order by distance`);
  return rows.map(({ id }) => id);
}
