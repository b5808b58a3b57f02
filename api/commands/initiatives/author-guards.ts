import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { initiativeApplications, initiativeAuthors, people } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { RegisterInitiativeRequest } from '../../contract/initiatives.ts';
import { ApiError } from '../../errors.ts';
import { servingIn } from '../../policies/initiatives.ts';

type Authors = RegisterInitiativeRequest['authors'];

/**
 * The shares sum to 100, every author is known, and one at least serves in the registering unit; the year has begun.
 * @throws ApiError author_shares_off with the sum, person_not_found, initiative_author_elsewhere, initiative_year_ahead
 */
export async function requireContent(
  db: Executor,
  { today }: CommandContext,
  { unitId, authors, year }: { unitId: string; authors: Authors; year: number },
): Promise<void> {
  if (year > Number(today.slice(0, 4))) throw new ApiError('initiative_year_ahead', { parameters: { year } });
  const sum = authors.reduce((total, { sharePercent }) => total + sharePercent, 0);
  if (sum !== 100) throw new ApiError('author_shares_off', { parameters: { sum } });
  const ids = authors.map(({ personId }) => personId);
  const known = await db.select({ id: people.id }).from(people).where(inArray(people.id, ids));
  if (known.length < ids.length) throw new ApiError('person_not_found');
  if ((await servingIn(db, unitId, ids, today)).length === 0)
    throw new ApiError('initiative_author_elsewhere');
}

/** Writes the authors of an application anew, in the order given. */
export async function writeAuthors(tx: Executor, applicationId: string, authors: Authors): Promise<void> {
  await tx.delete(initiativeAuthors).where(eq(initiativeAuthors.applicationId, applicationId));
  await tx
    .insert(initiativeAuthors)
    .values(authors.map((author, index) => ({ applicationId, seq: index + 1, ...author })));
}

/**
 * One author registers a work of one name once, until that was refused or withdrawn; a wider scope is applied for anew once the
 * narrower one is decided. @throws ApiError initiative_registered_already with the other's code
 */
export async function requireOnlyOne(
  tx: Executor,
  {
    id,
    name,
    requestedScope,
  }: Pick<typeof initiativeApplications.$inferSelect, 'id' | 'name' | 'requestedScope'>,
): Promise<void> {
  const authors = tx
    .select({ id: initiativeAuthors.personId })
    .from(initiativeAuthors)
    .where(eq(initiativeAuthors.applicationId, id));
  const [other] = await tx
    .select({ code: initiativeApplications.code })
    .from(initiativeApplications)
    .innerJoin(initiativeAuthors, eq(initiativeAuthors.applicationId, initiativeApplications.id))
    .where(
      and(
        ne(initiativeApplications.id, id),
        eq(sql`lower(${initiativeApplications.name})`, name.toLowerCase()),
        inArray(initiativeAuthors.personId, authors),
        notInArray(initiativeApplications.status, ['draft', 'refused', 'withdrawn']),
        sql`(${initiativeApplications.status} <> 'recognised' or ${initiativeApplications.scope} >= ${requestedScope}::initiative_scope)`,
      ),
    )
    .limit(1);
  if (other) throw new ApiError('initiative_registered_already', { parameters: { code: other.code } });
}
