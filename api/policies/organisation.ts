import { and, isNull, sql } from 'drizzle-orm';
import { idArray } from '../../db/id-array.ts';
import { units } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { unitsOfRoles } from './actor.ts';

/**
 * What holds for every unit, as a definition or the working calendar, is changed only by an administrator of a whole
 * organisation (a unit with none above it). @throws ApiError forbidden
 */
export async function requireOrganisationAdmin({
  db,
  actor,
}: Pick<CommandContext, 'db' | 'actor'>): Promise<void> {
  const [root] = await db
    .select({ id: units.id })
    .from(units)
    .where(and(isNull(units.parentId), sql`${units.id} = any(${idArray(unitsOfRoles(actor, ['admin']))})`))
    .limit(1);
  if (!root) throw new ApiError('forbidden');
}
