import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { RuleDifference } from '../domain/law/differences.ts';
import type { Overlay } from '../domain/law/overlay.ts';
import type { RuleSet } from '../domain/law/rule-set.ts';
import type { Executor } from './client.ts';
import { ruleSetById, ruleSetInForce } from './rule-sets.ts';
import { dossiers, overlays, ruleSetBindingOverlays, ruleSetBindings } from './schema/index.ts';
import { lineOf } from './unit-line.ts';

/** A stored overlay; `key` is its id, under which its content never changes once it binds a dossier. */
export interface StoredOverlay {
  key: string;
  content: Overlay;
}

/** A national rule-set with the overlays that go over it, the widest unit's first (`domain/law/overlay.ts` lays them over). */
export interface UnitLaw {
  ruleSet: RuleSet;
  overlays: StoredOverlay[];
}

/** The law for a unit on a day (`YYYY-MM-DD`): the set in force, and the overlays of the unit and those above it. */
export async function lawOfUnit(db: Executor, unitId: string, date: string): Promise<UnitLaw | undefined> {
  const ruleSet = await ruleSetInForce(db, date);
  return ruleSet && { ruleSet, overlays: await overlaysOfUnit(db, unitId, date) };
}

/** The law that binds a dossier; for a draft, the law for its unit on `date`. */
export async function lawOfDossier(
  db: Executor,
  dossier: Pick<typeof dossiers.$inferSelect, 'id' | 'unitId' | 'ruleSetId'>,
  date: string,
): Promise<UnitLaw | undefined> {
  if (dossier.ruleSetId === null) return lawOfUnit(db, dossier.unitId, date);
  return boundLaw(db, dossier.id);
}

/** The law of a dossier's newest binding; undefined for one that is not bound yet. */
export async function boundLaw(db: Executor, dossierId: string): Promise<UnitLaw | undefined> {
  const [binding] = await db
    .select()
    .from(ruleSetBindings)
    .where(eq(ruleSetBindings.dossierId, dossierId))
    .orderBy(desc(ruleSetBindings.number))
    .limit(1);
  const ruleSet = binding && (await ruleSetById(db, binding.ruleSetId));
  if (!ruleSet) return undefined;
  const rows = await db
    .select({ key: overlays.id, content: overlays.content })
    .from(ruleSetBindingOverlays)
    .innerJoin(overlays, eq(overlays.id, ruleSetBindingOverlays.overlayId))
    .where(
      and(eq(ruleSetBindingOverlays.dossierId, dossierId), eq(ruleSetBindingOverlays.number, binding.number)),
    )
    .orderBy(asc(ruleSetBindingOverlays.position));
  return { ruleSet, overlays: rows };
}

/** Why a dossier is bound anew. */
export type Basis =
  | { basis: 'start' }
  | { basis: 'receipt'; level: 'ministry' | 'central' }
  | { basis: 'more_favourable'; accountId: string; reason: string };

/** Binds a dossier to a law from now on. The caller holds the lock of its instance, so that numbers follow each other. */
export async function bindDossier(
  tx: Executor,
  dossierId: string,
  law: UnitLaw,
  basis: Basis,
  differences: RuleDifference[],
  at: Date,
): Promise<void> {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${ruleSetBindings.number}), 0)` })
    .from(ruleSetBindings)
    .where(eq(ruleSetBindings.dossierId, dossierId));
  const number = (last?.number ?? 0) + 1;
  const ruleSetId = law.ruleSet.id;
  await tx.insert(ruleSetBindings).values({ dossierId, number, ruleSetId, ...basis, differences, at });
  if (law.overlays.length > 0) {
    await tx
      .insert(ruleSetBindingOverlays)
      .values(law.overlays.map(({ key }, position) => ({ dossierId, number, position, overlayId: key })));
  }
  await tx.update(dossiers).set({ ruleSetId }).where(eq(dossiers.id, dossierId));
}

/** Bindings of a dossier, the first one first. */
export function bindingsOf(db: Executor, dossierId: string) {
  return db
    .select()
    .from(ruleSetBindings)
    .where(eq(ruleSetBindings.dossierId, dossierId))
    .orderBy(asc(ruleSetBindings.number));
}

/** The overlay of each unit from the root down to `unitId` that holds on a day: of a unit's own, the one that began last. */
async function overlaysOfUnit(db: Executor, unitId: string, date: string): Promise<StoredOverlay[]> {
  const ids = (await lineOf(db, unitId)).reverse();
  const rows = await db
    .selectDistinctOn([overlays.unitId], {
      unitId: overlays.unitId,
      key: overlays.id,
      content: overlays.content,
    })
    .from(overlays)
    .where(
      and(
        inArray(overlays.unitId, ids),
        lte(overlays.effectiveFrom, date),
        or(isNull(overlays.effectiveTo), gte(overlays.effectiveTo, date)),
      ),
    )
    .orderBy(overlays.unitId, desc(overlays.effectiveFrom));
  return ids.flatMap((id) =>
    rows.filter((row) => row.unitId === id).map(({ key, content }) => ({ key, content })),
  );
}
