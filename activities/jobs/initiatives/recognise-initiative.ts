import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { isOwnDecision } from '../../../db/papers/own-decision.ts';
import {
  initiativeApplications,
  initiativeAuthors,
  initiatives,
  papers,
  people,
} from '../../../db/schema/index.ts';
import { forInitiative, JobError } from '../job.ts';

/**
 * `recognise-initiative`: the numbered and printed decision goes out, the initiative is recognised with the scope that was voted
 * on, and the ledger of each author lists it, so that nominations can rest on it.
 */
export const recogniseInitiative = forInitiative(async ({ tx, application, now }) => {
  const [paper] = await tx
    .update(papers)
    .set({ status: 'issued' })
    .where(and(isOwnDecision(application.id), eq(papers.status, 'numbered'), isNotNull(papers.documentId)))
    .returning();
  if (!paper?.symbol || !paper.issuedOn)
    throw new JobError('no_printed_paper', 'There is no numbered and printed decision to issue.');
  const { symbol: decisionSymbol, issuedOn: decidedOn } = paper;
  const { id: applicationId, name, requestedScope: scope } = application;
  await tx
    .update(initiativeApplications)
    .set({ status: 'recognised', scope, version: sql`${initiativeApplications.version} + 1` })
    .where(eq(initiativeApplications.id, applicationId));
  const authors = await tx
    .select({ personId: initiativeAuthors.personId })
    .from(initiativeAuthors)
    .where(eq(initiativeAuthors.applicationId, applicationId))
    .orderBy(asc(initiativeAuthors.seq));
  const year = Number(decidedOn.slice(0, 4));
  const personIds = authors.map(({ personId }) => personId);
  await requireUnlisted(tx, { name, year, personIds });
  const recognised = { name, year, scope, decisionSymbol, decidedOn, applicationId, recordedAt: now };
  await tx
    .insert(initiatives)
    .values(personIds.map((personId) => ({ ...recognised, personId, source: 'issued_decision' as const })));
  return {};
});

/** A line that somebody entered under the same name and year must be struck out first: two lines would allow two uses. */
async function requireUnlisted(
  tx: Executor,
  { name, year, personIds }: { name: string; year: number; personIds: string[] },
): Promise<void> {
  const [listed] = await tx
    .select({ author: people.fullName })
    .from(initiatives)
    .innerJoin(people, eq(people.id, initiatives.personId))
    .where(
      and(
        inArray(initiatives.personId, personIds),
        eq(initiatives.year, year),
        eq(sql`lower(${initiatives.name})`, name.toLowerCase()),
        isNull(initiatives.struckAt),
      ),
    )
    .limit(1);
  if (listed)
    throw new JobError(
      'initiative_listed_already',
      `The ledger of ${listed.author} lists an initiative of this name and year; strike that line out and retry.`,
    );
}
