import { and, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { importedPeople, ledgerImports, people, personMatches, positions } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { MatchedPerson, MatchStatus, PersonMatch } from '../contract/ledger.ts';
import { ApiError } from '../errors.ts';
import { matchKeptBy } from '../policies/ledger.ts';
import { awardsHeldBy } from './ledger.ts';
import { type Page, rowsOf } from './paging.ts';
import { isoOrNull, personAs, unitAs } from './references.ts';

/** Pairs of persons that may be one human being and whose ledger the actor keeps, the likeliest first. */
export async function findPersonMatches(
  { db, actor }: CommandContext,
  query: Page & { status: MatchStatus; personId?: string | undefined },
): Promise<{ items: PersonMatch[]; total: number }> {
  const { personId } = query;
  const where = and(
    eq(personMatches.status, query.status),
    personId === undefined
      ? undefined
      : or(eq(personMatches.personA, personId), eq(personMatches.personB, personId)),
    matchKeptBy(actor),
  );
  const items = await readMatches(db, where, query);
  const [total] = await db.select({ count: count() }).from(personMatches).where(where);
  return { items, total: total?.count ?? 0 };
}

/** One pair. @throws ApiError person_match_not_found */
export async function getPersonMatch({ db, actor }: CommandContext, matchId: string): Promise<PersonMatch> {
  const where = and(eq(personMatches.id, matchId), matchKeptBy(actor));
  const [match] = await readMatches(db, where, { page: 1, pageSize: 1 });
  if (!match) throw new ApiError('person_match_not_found');
  return match;
}

async function readMatches(db: Executor, where: SQL | undefined, page: Page): Promise<PersonMatch[]> {
  const decider = personAs('decider');
  const rows = await db
    .select({ match: personMatches, decidedBy: decider.columns })
    .from(personMatches)
    .leftJoin(decider.account, eq(decider.account.id, personMatches.decidedBy))
    .leftJoin(decider.person, eq(decider.person.id, decider.account.personId))
    .where(where)
    .orderBy(desc(personMatches.score), personMatches.id)
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  const described = await describe(
    db,
    rows.flatMap(({ match }) => [match.personA, match.personB]),
  );
  return rows.flatMap(({ match, decidedBy }) => {
    const [personA, personB] = [described.get(match.personA), described.get(match.personB)];
    if (!personA || !personB) return [];
    return [
      {
        id: match.id,
        personA,
        personB,
        score: match.score,
        reasons: match.reasons,
        status: match.status,
        decisionReason: match.decisionReason,
        decidedBy,
        decidedAt: isoOrNull(match.decidedAt),
      },
    ];
  });
}

/** What tells the persons apart. */
async function describe(db: Executor, ids: string[]): Promise<Map<string, MatchedPerson>> {
  if (ids.length === 0) return new Map();
  const unit = unitAs('post_unit');
  const rows = await db
    .selectDistinctOn([people.id], {
      id: people.id,
      fullName: people.fullName,
      birth: sql<string | null>`coalesce(${people.birthDate}::text, ${people.birthYear})`,
      staffCode: people.staffCode,
      post: positions.title,
      unit: unit.columns,
      importedFrom: ledgerImports.fileName,
      awards: awardsHeldBy(people.id),
    })
    .from(people)
    .leftJoin(positions, eq(positions.personId, people.id))
    .leftJoin(unit.unit, eq(unit.unit.id, positions.unitId))
    .leftJoin(importedPeople, eq(importedPeople.personId, people.id))
    .leftJoin(ledgerImports, eq(ledgerImports.id, importedPeople.importId))
    .where(inArray(people.id, ids))
    .orderBy(people.id, desc(positions.validFrom));
  return new Map(rows.map((row) => [row.id, { ...row, post: row.post ?? '' }]));
}
