import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { RuleSet } from '../domain/law/rule-set.ts';
import type { Executor } from './client.ts';
import { ruleSetById } from './rule-sets.ts';
import { ruleSetBindingOverlays, ruleSets } from './schema/index.ts';

/** Rule-sets in force on some day between two; `to` null: without end. */
export async function ruleSetsBetween(db: Executor, from: string, to: string | null): Promise<RuleSet[]> {
  const rows = await db
    .select({ id: ruleSets.id })
    .from(ruleSets)
    .where(
      and(
        or(isNull(ruleSets.effectiveTo), gte(ruleSets.effectiveTo, from)),
        to === null ? undefined : lte(ruleSets.effectiveFrom, to),
      ),
    )
    .orderBy(ruleSets.effectiveFrom);
  const sets: RuleSet[] = [];
  for (const { id } of rows) sets.push((await ruleSetById(db, id)) as RuleSet);
  return sets;
}

/** Is a dossier bound to the overlay? Then its content stays. */
export async function isBinding(db: Executor, overlayId: string): Promise<boolean> {
  const [one] = await db
    .select({ overlayId: ruleSetBindingOverlays.overlayId })
    .from(ruleSetBindingOverlays)
    .where(eq(ruleSetBindingOverlays.overlayId, overlayId))
    .limit(1);
  return one !== undefined;
}
