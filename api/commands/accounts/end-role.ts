import { eq, inArray, type SQL } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { councils, roleGrants, substitutedGrants } from '../../../db/schema/index.ts';
import { addDays } from '../../../engine/time/local-date.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { requireAdministeredUnit } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { keepingAdministrators } from './administrators.ts';

/**
 * Ends a role after a last day, or at once where none is named; returns the account's id. A role that would never have held is taken
 * away. Whoever administers the place ends it, wherever its holder serves now.
 * @throws ApiError role_not_found, forbidden, role_ended, day_before_start, last_administrator
 */
export async function endRole(
  context: CommandContext,
  { grantId, lastDay, reason }: { grantId: string; lastDay: string | null; reason: string },
): Promise<string> {
  const { db, today } = context;
  const yesterday = addDays(today, -1);
  const day = lastDay ?? yesterday;
  const [found] = await db
    .select({ grant: roleGrants, councilUnitId: councils.unitId })
    .from(roleGrants)
    .leftJoin(councils, eq(councils.id, roleGrants.councilId))
    .where(eq(roleGrants.id, grantId));
  const placeId = found?.grant.unitId ?? found?.councilUnitId;
  if (!found || !placeId) throw new ApiError('role_not_found');
  await requireAdministeredUnit(context, placeId);
  // What was done under a role on a day that is over stays done under it.
  if (day < yesterday) throw new ApiError('day_before_start', { parameters: { date: yesterday } });
  await db.transaction((tx) =>
    keepingAdministrators(tx, context, async () => {
      const [grant] = await tx.select().from(roleGrants).where(eq(roleGrants.id, grantId)).for('update');
      if (!grant) throw new ApiError('role_not_found');
      const { accountId, role, unitId, councilId, validFrom, validTo } = grant;
      if (validTo !== null && validTo <= day) throw new ApiError('role_ended');
      if (validFrom > day) await deleteGrants(tx, eq(roleGrants.id, grantId));
      else await tx.update(roleGrants).set({ validTo: day }).where(eq(roleGrants.id, grantId));
      await writeAudit(tx, context, {
        action: 'role.end',
        subjectKind: 'account',
        subjectId: accountId,
        details: { role, unitId, councilId, lastDay: day, reason },
      });
    }),
  );
  return found.grant.accountId;
}

/** Takes away roles that never held, also out of the substitutions that name them. */
export async function deleteGrants(tx: Executor, where: SQL | undefined): Promise<void> {
  const gone = tx.select({ id: roleGrants.id }).from(roleGrants).where(where);
  await tx.delete(substitutedGrants).where(inArray(substitutedGrants.grantId, gone));
  await tx.delete(roleGrants).where(where);
}
