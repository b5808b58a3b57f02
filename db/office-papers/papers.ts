import { and, eq, inArray } from 'drizzle-orm';
import type { PaperDraft } from '../../domain/papers/draft.ts';
import type { Executor } from '../client.ts';
import { legalDocuments, officePapers, officePaperVersions, overlays } from '../schema/index.ts';

export type OfficePaper = typeof officePapers.$inferSelect;

/** Columns of a paper that is being written again: a signature that it had no longer holds. */
export const draftAgain = {
  status: 'draft',
  signerId: null,
  signedForId: null,
  signerTitle: null,
  signedAt: null,
} satisfies Partial<OfficePaper>;

/** What a version of a paper says, the newest unless another is named. */
export async function draftOf(
  db: Executor,
  { id, version }: Pick<OfficePaper, 'id' | 'version'>,
): Promise<PaperDraft> {
  const [row] = await db
    .select({ content: officePaperVersions.content })
    .from(officePaperVersions)
    .where(and(eq(officePaperVersions.paperId, id), eq(officePaperVersions.number, version)));
  if (!row) throw new Error(`office paper ${id} has no version ${version}`);
  return row.content;
}

/** Rows of the list of legal documents by their ids. */
export async function legalDocumentsById(
  db: Executor,
  ids: readonly string[],
): Promise<Map<string, typeof legalDocuments.$inferSelect>> {
  const rows = await db
    .select()
    .from(legalDocuments)
    .where(inArray(legalDocuments.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** An issued regulation with the overlay that it put in force. */
export interface Regulation {
  paper: OfficePaper;
  overlay: typeof overlays.$inferSelect;
}

/** The issued regulation; undefined where there is none of that id. */
export async function regulationById(db: Executor, paperId: string): Promise<Regulation | undefined> {
  const [row] = await db
    .select({ paper: officePapers, overlay: overlays })
    .from(officePapers)
    .innerJoin(overlays, eq(overlays.paperId, officePapers.id))
    .where(and(eq(officePapers.id, paperId), eq(officePapers.status, 'issued')));
  return row;
}
