import { and, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { nominationInitiatives, nominations, people, personMatches } from '../schema/index.ts';
import { lineTables } from './lines.ts';
import { proposeMatches } from './matches.ts';

/**
 * Enters outsiders among nominations (`where` is a condition on `nominations`) into the ledger as persons of whom only the
 * name is known, and puts before people who they, and the staff who are proposed, may be besides. Who has a person already
 * keeps it, so that repeating it adds nothing.
 */
export async function recogniseNominees(tx: Executor, where: SQL, now: Date): Promise<void> {
  // The nomination lends its id to the person, so that each finds the other without a list of pairs.
  await tx.execute(sql`
    with stranger as (
      insert into people (id, full_name)
      select id, name from nominations
      where ${where} and kind = 'outsider' and ledger_person_id is null
      returning id
    )
    update nominations set ledger_person_id = stranger.id from stranger where nominations.id = stranger.id`);
  const nominees = await tx
    .select({ personId: sql<string>`coalesce(${nominations.personId}, ${nominations.ledgerPersonId})` })
    .from(nominations)
    .where(and(where, isNull(nominations.unitId)));
  await proposeMatches(
    tx,
    nominees.map(({ personId }) => personId),
    now,
  );
}

/** Takes nominations of a draft away, with the persons they brought into the ledger, unless somebody has relied on those. */
export async function dropNominations(tx: Executor, where: SQL | undefined): Promise<{ id: string }[]> {
  const resting = tx.select({ id: nominations.id }).from(nominations).where(where);
  await tx.delete(nominationInitiatives).where(inArray(nominationInitiatives.nominationId, resting));
  const dropped = await tx.delete(nominations).where(where).returning({ id: nominations.id });
  const ids = dropped.map(({ id }) => id);
  const hasLines = Object.values(lineTables).map(
    (table) => sql`exists (select from ${table} where ${table.personId} = ${people.id})`,
  );
  const isMatched = sql`exists (select from ${personMatches} where ${personMatches.status} = 'confirmed'
    and ${people.id} in (${personMatches.personA}, ${personMatches.personB}))`;
  const forgotten = (
    await tx
      .select({ id: people.id })
      .from(people)
      .where(and(inArray(people.id, ids), sql`not (${sql.join([...hasLines, isMatched], sql` or `)})`))
  ).map(({ id }) => id);
  await tx
    .delete(personMatches)
    .where(or(inArray(personMatches.personA, forgotten), inArray(personMatches.personB, forgotten)));
  await tx.delete(people).where(inArray(people.id, forgotten));
  return dropped;
}
