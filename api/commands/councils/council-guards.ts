import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { councils, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { type Council, visibleCouncil } from '../../policies/councils.ts';
import { coversUnit } from '../../policies/places.ts';

/** The council, for a command of its unit's administrator. @throws ApiError council_not_found, forbidden */
export async function administeredCouncil(context: CommandContext, councilId: string): Promise<Council> {
  const council = await visibleCouncil(context, councilId);
  if (!(await coversUnit(context.db, context.actor, ['admin'], council.unitId)))
    throw new ApiError('forbidden');
  return council;
}

/**
 * Takes a council for a change, if nobody has changed it since it was read.
 * @throws ApiError version_conflict
 */
export async function claimCouncil(
  tx: Executor,
  councilId: string,
  version: number,
  changes: Partial<typeof councils.$inferInsert> = {},
): Promise<Council> {
  const [council] = await tx
    .update(councils)
    .set({ ...changes, version: sql`${councils.version} + 1` })
    .where(and(eq(councils.id, councilId), eq(councils.version, version)))
    .returning();
  if (!council) throw new ApiError('version_conflict');
  return council;
}

/** @throws ApiError council_ends_too_early */
export function requireTerm(validFrom: string, validTo: string | null): void {
  if (validTo !== null && validTo < validFrom) throw new ApiError('council_ends_too_early');
}

/** @throws ApiError unit_not_found */
export async function requireStandingBody(tx: Executor, unitId: string | null): Promise<void> {
  if (unitId === null) return;
  const [unit] = await tx.select({ id: units.id }).from(units).where(eq(units.id, unitId));
  if (!unit) throw new ApiError('unit_not_found');
}
