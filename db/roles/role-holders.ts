import { sql } from 'drizzle-orm';
import { reachesDown } from '../../domain/roles.ts';
import type { Executor } from '../client.ts';
import type { roleEnum } from '../schema/index.ts';
import { unitLine } from '../unit-line.ts';

/** Who may do a task: the holders of a role in a unit (with all units above it) or in a council. */
export interface Candidates {
  role: (typeof roleEnum.enumValues)[number];
  unitId: string | null;
  councilId: string | null;
}

/**
 * Accounts that hold a role on a day: in the council, or in the unit (for a council: its unit), or in a unit above it
 * where the role reaches down. Who substitutes a holder in it is told as well.
 */
export async function roleHolders(
  tx: Executor,
  { role, unitId, councilId }: Candidates,
  today: string,
): Promise<string[]> {
  const found = await tx.execute<{ id: string }>(sql`
    ${unitLine(sql`coalesce(${unitId}::uuid, (select unit_id from councils where id = ${councilId}::uuid))`)}
    select distinct a.id from role_grants g
    join accounts a on a.id = g.account_id or a.id in (select s.substitute_id from substitutions s
      join substituted_grants c on c.substitution_id = s.id
      where c.grant_id = g.id and s.ended_at is null and s.valid_from <= ${today} and s.valid_to >= ${today})
    where a.disabled_at is null and g.role = ${role}
      and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})
      and (g.council_id = ${councilId}::uuid or g.unit_id in (select id from line where distance = 0 or ${reachesDown(role)}))
    order by a.id`);
  return found.rows.map((row) => row.id);
}
