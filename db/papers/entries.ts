import { and, asc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { dossiers, paperEntries, papers } from '../schema/index.ts';
import { isOwnDecision } from './own-decision.ts';

/** Condition on `papers`: on its list stands the dossier, not withdrawn; or it is the dossier's own, from a definition older than lists. */
export const listsDossier = (db: Executor, dossierId: string): SQL | undefined =>
  or(
    isOwnDecision(dossierId),
    inArray(
      papers.id,
      db
        .select({ id: paperEntries.paperId })
        .from(paperEntries)
        .where(
          and(eq(paperEntries.dossierId, dossierId), inArray(paperEntries.status, ['listed', 'left_out'])),
        ),
    ),
  );

/** Condition on `papers`: a decision that names the dossier and has its number. */
export const isNumberedDecisionOn = (db: Executor, dossierId: string): SQL | undefined =>
  and(
    listsDossier(db, dossierId),
    eq(papers.kind, 'decision'),
    inArray(papers.status, ['numbered', 'issued']),
  );

/** The dossiers that a paper lists, in the order in which they joined it; of a dossier's own decision, that dossier. */
export async function dossiersOf(
  db: Executor,
  { id, subjectId }: Pick<typeof papers.$inferSelect, 'id' | 'subjectId'>,
) {
  if (subjectId !== null) return db.select().from(dossiers).where(eq(dossiers.id, subjectId));
  return (await listedDossiers(db, id)).map(({ dossier }) => dossier);
}

/** The entries of a paper that lists dossiers, with these, in the order in which they joined it. */
export function listedDossiers(db: Executor, paperId: string) {
  return db
    .select({ entryId: paperEntries.id, dossier: dossiers })
    .from(paperEntries)
    .innerJoin(dossiers, eq(dossiers.id, paperEntries.dossierId))
    .where(and(eq(paperEntries.paperId, paperId), eq(paperEntries.status, 'listed')))
    .orderBy(asc(paperEntries.joinedAt), asc(dossiers.code));
}
