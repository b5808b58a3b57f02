import { sql } from 'drizzle-orm';
import { type Described, matchScore, proposedFrom } from '../../domain/identity/match.ts';
import type { Executor } from '../client.ts';
import { idArray } from '../id-array.ts';
import { people, personMatches, positions } from '../schema/index.ts';

/** Somebody who may be the person in question, with what speaks for it. */
export interface Candidate {
  personId: string;
  score: number;
  reasons: ReturnType<typeof matchScore>['reasons'];
}

/**
 * For each person who else may be the same human being: whoever shares the words of the name, the card or the staff code, and
 * scores enough. Best first.
 */
export async function likelySame(
  db: Executor,
  personIds: readonly string[],
): Promise<Map<string, Candidate[]>> {
  if (personIds.length === 0) return new Map();
  // Each number is its own lookup, so that each can use its index.
  const { rows: pairs } = await db.execute<{ a: string; b: string }>(sql`
    with wanted as (select * from people where id = any(${idArray(personIds)}))
    select w.id as a, p.id as b from wanted w join people p on name_key(p.full_name) = name_key(w.full_name)
      where p.id <> w.id
    union select w.id, p.id from wanted w join people p on p.staff_code = w.staff_code where p.id <> w.id
    union select w.id, p.id from wanted w join people p on p.national_id = w.national_id where p.id <> w.id`);
  const described = await describe(db, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  const found = pairs.flatMap(({ a, b }) => {
    const [one, other] = [described.get(a), described.get(b)];
    if (!one || !other) return [];
    const match = matchScore(one, other);
    return match.score >= proposedFrom ? [{ of: a, personId: b, ...match }] : [];
  });
  return new Map(
    [...Map.groupBy(found, ({ of }) => of)].map(([id, candidates]) => [
      id,
      candidates
        .map(({ of: _, ...candidate }) => candidate)
        .sort((x, y) => y.score - x.score || x.personId.localeCompare(y.personId)),
    ]),
  );
}

/** How much speaks for two rows of `people` being one human being, also where it is too little to be proposed. */
export async function matchOf(
  db: Executor,
  personA: string,
  personB: string,
): Promise<Pick<Candidate, 'score' | 'reasons'>> {
  const described = await describe(db, [personA, personB]);
  const [one, other] = [described.get(personA), described.get(personB)];
  if (!one || !other) throw new Error('one of the persons does not exist');
  return matchScore(one, other);
}

/** Puts the candidates of new rows of `people` before those who confirm or reject; a pair that was decided stays decided. */
export async function proposeMatches(tx: Executor, personIds: readonly string[], now: Date): Promise<number> {
  const pairs = new Map<string, typeof personMatches.$inferInsert>();
  for (const [personId, candidates] of await likelySame(tx, personIds)) {
    for (const { personId: otherId, score, reasons } of candidates) {
      const [personA, personB] = personId < otherId ? [personId, otherId] : [otherId, personId];
      pairs.set(`${personA} ${personB}`, { personA, personB, score, reasons, proposedAt: now });
    }
  }
  if (pairs.size === 0) return 0;
  const proposed = await tx
    .insert(personMatches)
    .values([...pairs.values()])
    .onConflictDoNothing()
    .returning({ id: personMatches.id });
  return proposed.length;
}

async function describe(db: Executor, ids: string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(people)
    .where(sql`${people.id} = any(${idArray(ids)})`);
  const posts = await db
    .select({
      personId: positions.personId,
      unitId: positions.unitId,
      from: sql<number>`extract(year from ${positions.validFrom})::int`,
      to: sql<number | null>`extract(year from ${positions.validTo})::int`,
    })
    .from(positions)
    .where(sql`${positions.personId} = any(${idArray(ids)})`);
  const service = Map.groupBy(posts, ({ personId }) => personId);
  return new Map(
    rows.map(({ id, birthYear, ...row }) => [
      id,
      {
        ...row,
        birthYear: birthYear === null ? null : Number(birthYear),
        service: (service.get(id) ?? []).map(({ unitId, from, to }) => ({ unitId, from, to })),
      },
    ]),
  );
}
