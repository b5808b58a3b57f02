import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { advisoryLocks } from './advisory-locks.ts';
import type { Executor } from './client.ts';
import { auditLog, type UnitValues, unitChanges, units } from './schema/index.ts';
import { lineOf } from './unit-line.ts';

export type UnitChange = typeof unitChanges.$inferSelect;

/** One transaction at a time changes the tree, or who administers it. */
export async function lockOrganisation(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.organisation})`);
}

/** Would the unit stand below itself? */
export const makesCircle = async (tx: Executor, unitId: string, parentId: string): Promise<boolean> =>
  (await lineOf(tx, parentId)).includes(unitId);

/** Writes a change into its unit, under the lock of the organisation, and notes what stood there before. */
export async function applyUnitChange(tx: Executor, change: UnitChange, now: Date): Promise<void> {
  const [unit] = await tx.select().from(units).where(eq(units.id, change.unitId)).for('update');
  if (!unit) throw new Error(`unit ${change.unitId} is gone`);
  const fields = Object.keys(change.changed) as (keyof UnitValues)[];
  const before = Object.fromEntries(fields.map((field) => [field, unit[field]])) as UnitValues;
  await tx.update(units).set(change.changed).where(eq(units.id, unit.id));
  await tx.update(unitChanges).set({ before, appliedAt: now }).where(eq(unitChanges.id, change.id));
}

/**
 * Applies the changes whose day has come, in the order of their days. One that has become impossible meanwhile (the unit or its new
 * parent ended, or the tree would become a circle) is withdrawn, and the audit log says so. Safe to call as often as one likes.
 */
export async function applyDueUnitChanges(
  db: Executor,
  { now, today }: { now: Date; today: string },
): Promise<void> {
  const due = and(
    isNull(unitChanges.appliedAt),
    isNull(unitChanges.withdrawnAt),
    lte(unitChanges.effectiveOn, today),
  );
  const [waiting] = await db.select({ id: unitChanges.id }).from(unitChanges).where(due).limit(1);
  if (!waiting) return;
  await db.transaction(async (tx) => {
    await lockOrganisation(tx);
    const changes = await tx
      .select()
      .from(unitChanges)
      .where(due)
      .orderBy(asc(unitChanges.effectiveOn), asc(unitChanges.decidedAt));
    for (const change of changes) {
      const possible = await isPossible(tx, change);
      if (possible) await applyUnitChange(tx, change, now);
      else await tx.update(unitChanges).set({ withdrawnAt: now }).where(eq(unitChanges.id, change.id));
      await tx.insert(auditLog).values({
        at: now,
        action: possible ? 'unit.change_applied' : 'unit.change_impossible',
        subjectKind: 'unit',
        subjectId: change.unitId,
        details: { changeId: change.id, effectiveOn: change.effectiveOn },
      });
    }
  });
}

async function isPossible(tx: Executor, { unitId, changed, effectiveOn }: UnitChange): Promise<boolean> {
  const stands = async (id: string) => {
    const [unit] = await tx.select({ validTo: units.validTo }).from(units).where(eq(units.id, id));
    return unit !== undefined && (unit.validTo === null || unit.validTo >= effectiveOn);
  };
  if (!(await stands(unitId))) return false;
  const { parentId } = changed;
  return !parentId || ((await stands(parentId)) && !(await makesCircle(tx, unitId, parentId)));
}
