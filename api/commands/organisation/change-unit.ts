import { and, eq, isNull, max } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { type UnitValues, unitChanges } from '../../../db/schema/index.ts';
import { applyUnitChange, lockOrganisation, makesCircle } from '../../../db/unit-changes.ts';
import type { CommandContext } from '../../context.ts';
import type { ChangeUnitRequest } from '../../contract/organisation.ts';
import { ApiError } from '../../errors.ts';
import { requireAdministeredUnit, type Unit } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { requireStanding } from './unit-guards.ts';

/**
 * Renames a unit, moves it under another one or corrects what is known of it, from a day on and for a reason. A day that has come takes
 * effect at once; one that is still to come waits for it.
 * @throws ApiError unit_not_found, forbidden, unit_ended, unit_unchanged, unit_below_itself, unit_not_standing, unit_change_overtaken
 */
export async function changeUnit(
  context: CommandContext,
  unitId: string,
  { effectiveOn, reason, ...wanted }: ChangeUnitRequest,
): Promise<void> {
  const unit = await requireAdministeredUnit(context, unitId);
  // Whoever administers only the unit itself would else take it away from those above.
  if (wanted.parentId !== undefined) {
    if (unit.parentId !== null) await requireAdministeredUnit(context, unit.parentId);
    requireStanding(await requireAdministeredUnit(context, wanted.parentId), effectiveOn, null);
  }
  requireNotOver(unit, context.today);
  const changed = differing(unit, wanted);
  if (Object.keys(changed).length === 0) throw new ApiError('unit_unchanged');
  await context.db.transaction(async (tx) => {
    await lockOrganisation(tx);
    if (changed.parentId && (await makesCircle(tx, unitId, changed.parentId)))
      throw new ApiError('unit_below_itself');
    await decideUnitChange(tx, context, unit, { effectiveOn, reason, changed });
  });
}

/** @throws ApiError unit_ended */
export function requireNotOver({ validTo }: Unit, today: string): void {
  if (validTo !== null && validTo < today)
    throw new ApiError('unit_ended', { parameters: { date: validTo } });
}

function differing(unit: Unit, wanted: { [K in keyof UnitValues]?: UnitValues[K] | undefined }): UnitValues {
  const given = Object.entries(wanted) as [keyof UnitValues, UnitValues[keyof UnitValues] | undefined][];
  return Object.fromEntries(given.filter(([field, value]) => value !== undefined && value !== unit[field]));
}

/** Records a change, and applies it where its day has come. @throws ApiError unit_change_overtaken, day_before_start */
export async function decideUnitChange(
  tx: Executor,
  context: CommandContext,
  unit: Unit,
  { effectiveOn, reason, changed }: { effectiveOn: string; reason: string; changed: UnitValues },
): Promise<void> {
  const { actor, now, today } = context;
  if (effectiveOn < unit.validFrom)
    throw new ApiError('day_before_start', { parameters: { date: unit.validFrom } });
  const [last] = await tx
    .select({ day: max(unitChanges.effectiveOn) })
    .from(unitChanges)
    .where(and(eq(unitChanges.unitId, unit.id), isNull(unitChanges.withdrawnAt)));
  if (last?.day && effectiveOn < last.day)
    throw new ApiError('unit_change_overtaken', { parameters: { date: last.day } });
  const [change] = await tx
    .insert(unitChanges)
    .values({
      unitId: unit.id,
      effectiveOn,
      changed,
      reason,
      decidedBy: actor.accountId,
      decidedAt: now,
    })
    .returning();
  if (!change) throw new Error('insert of a change returned no row');
  if (effectiveOn <= today) await applyUnitChange(tx, change, now);
  await writeAudit(tx, context, {
    action: changed.validTo ? 'unit.end' : 'unit.change',
    subjectKind: 'unit',
    subjectId: unit.id,
    details: { changeId: change.id, effectiveOn, changed, reason },
  });
}
