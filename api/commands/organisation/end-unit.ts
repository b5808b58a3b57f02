import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { roleGrants } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { requireAdministeredUnit } from '../../policies/organisation.ts';
import { keepingAdministrators } from '../accounts/administrators.ts';
import { deleteGrants } from '../accounts/end-role.ts';
import { decideUnitChange, requireNotOver } from './change-unit.ts';
import { requireNothingLeft } from './unit-guards.ts';

/**
 * Ends a unit (giải thể, sáp nhập) after a last day. Nothing may be left in it; the roles held on it end with it.
 * @throws ApiError unit_not_found, forbidden, unit_ended, day_before_start, unit_in_use, last_administrator, unit_change_overtaken
 */
export async function endUnit(
  context: CommandContext,
  unitId: string,
  { lastDay, reason }: { lastDay: string; reason: string },
): Promise<void> {
  const unit = await requireAdministeredUnit(context, unitId);
  if (unit.parentId !== null) await requireAdministeredUnit(context, unit.parentId);
  requireNotOver(unit, context.today);
  if (lastDay < unit.validFrom)
    throw new ApiError('day_before_start', { parameters: { date: unit.validFrom } });
  await context.db.transaction((tx) =>
    keepingAdministrators(tx, context, async () => {
      await requireNothingLeft(tx, unitId, lastDay);
      await endRolesOn(tx, unitId, lastDay);
      // The last day is what changes, and that is known from today on.
      await decideUnitChange(tx, context, unit, {
        effectiveOn: context.today,
        reason,
        changed: { validTo: lastDay },
      });
    }),
  );
}

async function endRolesOn(tx: Executor, unitId: string, lastDay: string): Promise<void> {
  await deleteGrants(tx, and(eq(roleGrants.unitId, unitId), gt(roleGrants.validFrom, lastDay)));
  await tx
    .update(roleGrants)
    .set({ validTo: lastDay })
    .where(
      and(
        eq(roleGrants.unitId, unitId),
        lte(roleGrants.validFrom, lastDay),
        or(isNull(roleGrants.validTo), gt(roleGrants.validTo, lastDay)),
      ),
    );
}
