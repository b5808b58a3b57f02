import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { documents, dossiers, paperEntries, papers } from '../../db/schema/index.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { dossierVisibleTo } from './dossiers.ts';
import { unitRoles, unitsBelow } from './places.ts';

/**
 * Condition on `papers`: may the actor read the row? Who holds a role on its issuer or recipient, or on a unit above; and whoever
 * may read a dossier on its list. What it says of other dossiers is for who may read those.
 */
export function paperVisibleTo(actor: Actor): SQL | undefined {
  const units = unitsBelow(unitsOfRoles(actor, unitRoles));
  return or(
    inArray(papers.issuerId, units),
    inArray(papers.recipientId, units),
    sql`exists (select from ${dossiers} where ${and(eq(dossiers.id, papers.subjectId), dossierVisibleTo(actor))})`,
    sql`exists (select from ${paperEntries} join ${dossiers} on ${dossiers.id} = ${paperEntries.dossierId}
      where ${paperEntries.paperId} = ${papers.id} and ${ne(paperEntries.status, 'withdrawn')} and ${dossierVisibleTo(actor)})`,
  );
}

/** Condition on `documents`: the PDF of a paper that the actor may read. */
export const isVisiblePaper = (actor: Actor): SQL =>
  sql`exists (select from ${papers} where ${and(eq(papers.documentId, documents.id), paperVisibleTo(actor))})`;
