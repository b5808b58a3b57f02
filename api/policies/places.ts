import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import { lineOf } from '../../db/unit-line.ts';
import type { Role } from '../contract/common.ts';
import { type Actor, unitsOfRoles } from './actor.ts';

/** Every role that is bound to a unit. */
export const unitRoles = [
  'clerk',
  'appraiser',
  'head',
  'registrar',
  'admin',
] as const satisfies readonly Role[];

/** The units given and all below them, as a subquery of ids. */
export function unitsBelow(roots: readonly string[]): SQL {
  return sql`(with recursive below as (
    select id from units where id = any(${idArray(roots)})
    union select u.id from units u join below on u.parent_id = below.id
  ) select id from below)`;
}

/** Does the actor hold one of the roles on the unit or on one above it? */
export async function coversUnit(
  db: Executor,
  actor: Actor,
  roles: readonly Role[],
  unitId: string,
): Promise<boolean> {
  const held = unitsOfRoles(actor, roles);
  if (held.length === 0) return false;
  const line = await lineOf(db, unitId);
  return line.some((id) => held.includes(id));
}
