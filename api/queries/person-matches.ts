import { and, count, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people, personMatches } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { MatchStatus, PersonMatch } from '../contract/ledger.ts';
import { matchKeptBy } from '../policies/ledger.ts';
import { type Page, rowsOf } from './paging.ts';
import { isoOrNull } from './references.ts';

/** Pairs of persons that may be one human being and whose ledger the actor keeps, the likeliest first. */
export async function findPersonMatches(
  { db, actor }: CommandContext,
  query: Page & { status: MatchStatus },
): Promise<{ items: PersonMatch[]; total: number }> {
  const [a, b] = [alias(people, 'person_a'), alias(people, 'person_b')];
  const where = and(eq(personMatches.status, query.status), matchKeptBy(actor));
  const rows = await db
    .select({
      match: personMatches,
      personA: { id: a.id, fullName: a.fullName },
      personB: { id: b.id, fullName: b.fullName },
    })
    .from(personMatches)
    .innerJoin(a, eq(a.id, personMatches.personA))
    .innerJoin(b, eq(b.id, personMatches.personB))
    .where(where)
    .orderBy(desc(personMatches.score), personMatches.id)
    .limit(rowsOf(query).limit)
    .offset(rowsOf(query).offset);
  const [total] = await db.select({ count: count() }).from(personMatches).where(where);
  return {
    items: rows.map(({ match, personA, personB }) => ({
      id: match.id,
      personA,
      personB,
      score: match.score,
      reasons: match.reasons,
      status: match.status,
      decisionReason: match.decisionReason,
      decidedAt: isoOrNull(match.decidedAt),
    })),
    total: total?.count ?? 0,
  };
}
