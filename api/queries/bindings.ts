import { asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { overlays, ruleSetBindingOverlays, ruleSetBindings, ruleSets } from '../../db/schema/index.ts';
import type { RuleDifference } from '../../domain/law/differences.ts';
import type { Bilingual } from '../../domain/law/source.ts';
import type { Locale } from '../contract/common.ts';
import type { RuleBinding, RuleDifference as ShownDifference } from '../contract/dossiers.ts';
import { personAs } from './references.ts';

/** How a dossier came to be bound to its law, the first binding first. */
export async function findBindings(db: Executor, dossierId: string, locale: Locale): Promise<RuleBinding[]> {
  const actor = personAs('binder');
  const rows = await db
    .select({
      binding: ruleSetBindings,
      name: sql<Bilingual>`${ruleSets.content} -> 'name'`,
      overlays: sql<
        Bilingual[]
      >`(select coalesce(jsonb_agg(${overlays.content} -> 'name' order by ${ruleSetBindingOverlays.position}), '[]')
        from ${ruleSetBindingOverlays} join ${overlays} on ${overlays.id} = ${ruleSetBindingOverlays.overlayId}
        where ${ruleSetBindingOverlays.dossierId} = ${ruleSetBindings.dossierId}
          and ${ruleSetBindingOverlays.number} = ${ruleSetBindings.number})`,
      actor: actor.columns,
    })
    .from(ruleSetBindings)
    .innerJoin(ruleSets, eq(ruleSets.id, ruleSetBindings.ruleSetId))
    .leftJoin(actor.account, eq(actor.account.id, ruleSetBindings.accountId))
    .leftJoin(actor.person, eq(actor.person.id, actor.account.personId))
    .where(eq(ruleSetBindings.dossierId, dossierId))
    .orderBy(asc(ruleSetBindings.number));
  return rows.map(({ binding, name, overlays: laidOver, actor: binder }) => ({
    number: binding.number,
    ruleSetId: binding.ruleSetId,
    ruleSetName: name[locale],
    overlays: laidOver.map((overlay) => overlay[locale]),
    basis: binding.basis,
    level: binding.level,
    differences: shownDifferences(binding.differences, locale),
    reason: binding.reason,
    actor: binder,
    at: binding.at.toISOString(),
  }));
}

/** Differences in the language of a reader. */
export function shownDifferences(differences: readonly RuleDifference[], locale: Locale): ShownDifference[] {
  const side = (told: RuleDifference['before']) => told && { ...told, text: told.text[locale] };
  return differences.map(({ about, before, after }) => ({
    about: about[locale],
    before: side(before),
    after: side(after),
  }));
}
