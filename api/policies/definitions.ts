import { and, isNull, sql } from 'drizzle-orm';
import { idArray } from '../../db/id-array.ts';
import { units } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { unitsOfRoles } from './actor.ts';

/**
 * A definition holds for every unit: only an administrator of a whole organisation (a unit with none above it) deploys one.
 * @throws ApiError forbidden
 */
export async function requireDeployer({ db, actor }: Pick<CommandContext, 'db' | 'actor'>): Promise<void> {
  const [root] = await db
    .select({ id: units.id })
    .from(units)
    .where(and(isNull(units.parentId), sql`${units.id} = any(${idArray(unitsOfRoles(actor, ['admin']))})`))
    .limit(1);
  if (!root) throw new ApiError('forbidden');
}
