import { eq } from 'drizzle-orm';
import { documents, initiativeApplications, initiativeAuthors } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { keptApplication } from '../../policies/initiatives.ts';
import { writeAudit } from '../audit.ts';
import { lockApplication } from './lock-application.ts';

/**
 * Deletes a draft with its papers. What was submitted is never deleted.
 * @throws ApiError initiative_not_found, forbidden, initiative_not_draft
 */
export async function deleteInitiative(context: CommandContext, applicationId: string): Promise<void> {
  await keptApplication(context, applicationId);
  await context.db.transaction(async (tx) => {
    const { code } = await lockApplication(tx, applicationId, ['draft'], 'initiative_not_draft');
    await tx.delete(documents).where(eq(documents.subjectId, applicationId));
    await tx.delete(initiativeAuthors).where(eq(initiativeAuthors.applicationId, applicationId));
    await tx.delete(initiativeApplications).where(eq(initiativeApplications.id, applicationId));
    await writeAudit(tx, context, {
      action: 'initiative.delete',
      subjectKind: 'initiative',
      subjectId: applicationId,
      details: { code },
    });
  });
}
