import { createHash } from 'node:crypto';
import { eq, notExists, sql } from 'drizzle-orm';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import type { Executor } from '../client.ts';
import { awards, dossiers, ruleSets } from '../schema/index.ts';

/**
 * Stores the catalogue and the rule-sets in force. A set that dossiers are bound to keeps its content for good; only its
 * last day follows the file, since a later law ends it, and what concerns no dossier is added where it was not known.
 */
export async function storeLaw(tx: Executor, sets: readonly RuleSet[]): Promise<void> {
  const inForce = sets.filter((set) => set.status === 'in_force');
  const catalogue = new Map(inForce.flatMap((set) => set.awards.map((award) => [award.code, award])));
  const awardRows = [...catalogue.values()].map(({ code, kind, name }) => ({
    code,
    kind,
    nameVi: name.vi,
    nameEn: name.en,
  }));
  if (awardRows.length > 0) await tx.insert(awards).values(awardRows).onConflictDoNothing();

  for (const content of inForce) {
    const { id, effectiveFrom, effectiveTo } = content;
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const [stored] = await tx.select({ hash: ruleSets.hash }).from(ruleSets).where(eq(ruleSets.id, id));
    if (stored?.hash === hash) continue;
    if (stored) {
      const added = JSON.stringify({ initiativeRecognition: content.initiativeRecognition });
      await tx
        .update(ruleSets)
        .set({ effectiveTo, content: sql`${added}::jsonb || ${ruleSets.content}` })
        .where(eq(ruleSets.id, id));
    }
    await tx
      .insert(ruleSets)
      .values({ id, effectiveFrom, effectiveTo, hash, content })
      .onConflictDoUpdate({
        target: ruleSets.id,
        set: { effectiveFrom, effectiveTo, hash, content, loadedAt: sql`now()` },
        setWhere: notExists(
          tx.select({ one: sql`1` }).from(dossiers).where(eq(dossiers.ruleSetId, ruleSets.id)),
        ),
      });
  }
}
