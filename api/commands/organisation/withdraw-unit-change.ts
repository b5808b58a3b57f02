import { and, eq, isNull } from 'drizzle-orm';
import { unitChanges } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { requireAdministeredUnit } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';

/** Takes a change back whose day has not come. @throws ApiError unit_change_not_found, forbidden, unit_change_settled */
export async function withdrawUnitChange(
  context: CommandContext,
  { changeId, reason }: { changeId: string; reason: string },
): Promise<string> {
  const { db, now } = context;
  const [change] = await db
    .select({ unitId: unitChanges.unitId })
    .from(unitChanges)
    .where(eq(unitChanges.id, changeId));
  if (!change) throw new ApiError('unit_change_not_found');
  await requireAdministeredUnit(context, change.unitId);
  await db.transaction(async (tx) => {
    const withdrawn = await tx
      .update(unitChanges)
      .set({ withdrawnAt: now })
      .where(
        and(eq(unitChanges.id, changeId), isNull(unitChanges.appliedAt), isNull(unitChanges.withdrawnAt)),
      )
      .returning({ id: unitChanges.id });
    if (withdrawn.length === 0) throw new ApiError('unit_change_settled');
    await writeAudit(tx, context, {
      action: 'unit.withdraw_change',
      subjectKind: 'unit',
      subjectId: change.unitId,
      details: { changeId, reason },
    });
  });
  return change.unitId;
}
