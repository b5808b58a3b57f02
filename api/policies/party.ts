import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import { positions, units } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Level } from '../contract/common.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { coversUnit } from './places.ts';

/** Levels at which the actor appraises: the standing body of a level records what the Party committee of that level said. */
export async function appraisingLevels({ db, actor }: { db: Executor; actor: Actor }): Promise<Level[]> {
  const held = unitsOfRoles(actor, ['appraiser']);
  if (held.length === 0) return [];
  const rows = await db
    .selectDistinct({ level: units.level })
    .from(units)
    .where(sql`${units.id} = any(${idArray(held)})`);
  return rows.map(({ level }) => level);
}

/** May the actor say who is managed: an appraiser or administrator of a unit where the person has a position, or of one above? */
export async function keepsManagementOf(
  { db, actor, today }: Pick<CommandContext, 'db' | 'actor' | 'today'>,
  personId: string,
): Promise<boolean> {
  const held = await db
    .select({ unitId: positions.unitId })
    .from(positions)
    .where(
      and(
        eq(positions.personId, personId),
        sql`${positions.validFrom} <= ${today} and coalesce(${positions.validTo} >= ${today}, true)`,
      ),
    );
  for (const { unitId } of held) if (await coversUnit(db, actor, ['appraiser', 'admin'], unitId)) return true;
  return false;
}
