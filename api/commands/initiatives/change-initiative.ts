import { eq } from 'drizzle-orm';
import { initiativeApplications } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { ChangeInitiativeRequest } from '../../contract/initiatives.ts';
import { ApiError } from '../../errors.ts';
import { keptApplication } from '../../policies/initiatives.ts';
import { writeAudit } from '../audit.ts';
import { requireContent, requireOnlyOne, writeAuthors } from './author-guards.ts';
import { lockApplication } from './lock-application.ts';

/**
 * Changes an application while it is a draft or returned for supplement, all of it at once. Another scope may mean another
 * council and another head from then on.
 * @throws ApiError initiative_not_found, forbidden, initiative_not_editable, version_conflict, author_shares_off,
 *   person_not_found, initiative_author_elsewhere, initiative_year_ahead, initiative_registered_already
 */
export async function changeInitiative(
  context: CommandContext,
  { applicationId, version, authors, ...content }: ChangeInitiativeRequest & { applicationId: string },
): Promise<void> {
  const { unitId } = await keptApplication(context, applicationId);
  await context.db.transaction(async (tx) => {
    const current = await lockApplication(
      tx,
      applicationId,
      ['draft', 'returned'],
      'initiative_not_editable',
    );
    if (current.version !== version) throw new ApiError('version_conflict');
    await requireContent(tx, context, { unitId, authors, year: content.year });
    await tx
      .update(initiativeApplications)
      .set({ ...content, version: version + 1 })
      .where(eq(initiativeApplications.id, applicationId));
    await writeAuthors(tx, applicationId, authors);
    if (current.status === 'returned') await requireOnlyOne(tx, { id: applicationId, ...content });
    await writeAudit(tx, context, {
      action: 'initiative.change',
      subjectKind: 'initiative',
      subjectId: applicationId,
      details: { version: version + 1, requestedScope: content.requestedScope, authors },
    });
  });
}
