import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import type { OfficePaper } from '../../db/office-papers/papers.ts';
import { officePaperElements } from '../../db/office-papers/process.ts';
import { documents, officePapers, tasks } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { coversUnit, unitRoles, unitsBelow } from './places.ts';

type Reader = Pick<CommandContext, 'actor'> & { db: Executor };

/**
 * Condition on `office_papers`: may the actor read the row? An issued paper everybody; a draft whoever has a role on its unit or
 * above it, or on a unit that is asked for a comment.
 */
export function officePaperVisibleTo(actor: Actor): SQL | undefined {
  const own = unitsBelow(unitsOfRoles(actor, unitRoles));
  return or(
    eq(officePapers.status, 'issued'),
    inArray(officePapers.unitId, own),
    sql`exists (select from ${tasks} where ${tasks.subjectId} = ${officePapers.id} and ${tasks.candidateUnitId} in ${own})`,
  );
}

/** Condition on `documents`: a print of a paper that the actor may read. */
export const isPrintOfVisiblePaper = (actor: Actor): SQL =>
  sql`exists (select from ${officePapers} where ${and(eq(officePapers.id, documents.subjectId), officePaperVisibleTo(actor))})`;

/** Papers of a unit are drafted by its clerks, also those above it, and by its standing body. */
export const draftsPapersOf = async ({ db, actor }: Reader, unitId: string): Promise<boolean> =>
  unitsOfRoles(actor, ['appraiser']).includes(unitId) || coversUnit(db, actor, ['clerk'], unitId);

/** The list of legal documents is kept by everybody who drafts papers. */
export const keepsLegalDocuments = (actor: Actor): boolean =>
  unitsOfRoles(actor, ['clerk', 'appraiser']).length > 0;

/** The paper, if the actor may read it. @throws ApiError office_paper_not_found */
export async function visibleOfficePaper({ db, actor }: Reader, paperId: string): Promise<OfficePaper> {
  const [paper] = await db
    .select()
    .from(officePapers)
    .where(and(eq(officePapers.id, paperId), officePaperVisibleTo(actor)));
  if (!paper) throw new ApiError('office_paper_not_found');
  return paper;
}

/** The paper, locked for a command of those who draft it. @throws ApiError office_paper_not_found, forbidden */
export async function lockDraftedPaper(context: Reader, paperId: string): Promise<OfficePaper> {
  const { unitId } = await visibleOfficePaper(context, paperId);
  if (!(await draftsPapersOf(context, unitId))) throw new ApiError('forbidden');
  const [paper] = await context.db
    .select()
    .from(officePapers)
    .where(eq(officePapers.id, paperId))
    .for('update');
  if (!paper) throw new ApiError('office_paper_not_found');
  return paper;
}

/** A draft is written until it is handed on, and again while it is being finished. */
export async function isWritable(db: Executor, { instanceId }: OfficePaper): Promise<boolean> {
  if (instanceId === null) return true;
  const [finishing] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.instanceId, instanceId),
        eq(tasks.element, officePaperElements.finish),
        inArray(tasks.status, ['open', 'claimed']),
      ),
    )
    .limit(1);
  return finishing !== undefined;
}
