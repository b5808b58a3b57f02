import { and, desc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { RuleSet } from '../domain/law/rule-set.ts';
import type { Executor } from './client.ts';
import { ruleSets } from './schema/index.ts';

/**
 * Rule-sets by the hash of their content. A set is some 200 kB, asked for with almost every step, and its content never
 * changes under one hash: each process reads it once. Shared by all who ask, so nobody may change it.
 */
const read = new Map<string, RuleSet>();

/** The rule-set in force on a day (`YYYY-MM-DD`); undefined where there is none. Only sets in force are ever stored. */
export async function ruleSetInForce(db: Executor, date: string): Promise<RuleSet | undefined> {
  const [row] = await db
    .select({ id: ruleSets.id, hash: ruleSets.hash })
    .from(ruleSets)
    .where(
      and(
        lte(ruleSets.effectiveFrom, date),
        or(isNull(ruleSets.effectiveTo), gte(ruleSets.effectiveTo, date)),
      ),
    )
    .orderBy(desc(ruleSets.effectiveFrom))
    .limit(1);
  return row && contentOf(db, row);
}

/** The rule-set with an id, e.g. the one a dossier is bound to; undefined where there is none. */
export async function ruleSetById(db: Executor, id: string): Promise<RuleSet | undefined> {
  const [row] = await db
    .select({ id: ruleSets.id, hash: ruleSets.hash })
    .from(ruleSets)
    .where(eq(ruleSets.id, id));
  return row && contentOf(db, row);
}

async function contentOf(
  db: Executor,
  { id, hash }: { id: string; hash: string },
): Promise<RuleSet | undefined> {
  const known = read.get(hash);
  if (known) return known;
  const [row] = await db
    .select({ hash: ruleSets.hash, content: ruleSets.content })
    .from(ruleSets)
    .where(eq(ruleSets.id, id));
  if (row) read.set(row.hash, row.content);
  return row?.content;
}
