import { and, eq, isNull } from 'drizzle-orm';
import { opinionRequests } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { appraisesAt } from '../../policies/appraisal.ts';
import { visibleDossier } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';

/**
 * Takes a noted request back.
 * @throws ApiError opinion_request_not_found, dossier_not_found (where it only is hidden), not_appraising, opinion_request_sent
 */
export async function deleteOpinionRequest(context: CommandContext, requestId: string): Promise<void> {
  const [request] = await context.db.select().from(opinionRequests).where(eq(opinionRequests.id, requestId));
  if (!request) throw new ApiError('opinion_request_not_found');
  await visibleDossier(context, request.dossierId);
  if ((await appraisesAt(context, request.dossierId)) !== request.level) throw new ApiError('not_appraising');
  await context.db.transaction(async (tx) => {
    const deleted = await tx
      .delete(opinionRequests)
      .where(and(eq(opinionRequests.id, requestId), isNull(opinionRequests.sentAt)))
      .returning({ id: opinionRequests.id });
    if (deleted.length === 0) throw new ApiError('opinion_request_sent');
    await writeAudit(tx, context, {
      action: 'opinion.delete',
      subjectKind: 'dossier',
      subjectId: request.dossierId,
      details: { requestId },
    });
  });
}
