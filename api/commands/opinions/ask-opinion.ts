import { eq } from 'drizzle-orm';
import { opinionRequests, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { AskOpinionRequest } from '../../contract/opinions.ts';
import { ApiError } from '../../errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { appraisesAt } from '../../policies/appraisal.ts';
import { visibleDossier } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';

export type AskOpinionProps = AskOpinionRequest & { dossierId: string };

/**
 * Notes a request for the opinion of an agency; it is sent when the appraisal is done.
 * @throws ApiError dossier_not_found, not_appraising, unit_not_found, opinion_asked_already
 */
export async function askOpinion(context: CommandContext, props: AskOpinionProps): Promise<void> {
  const { db, actor, now } = context;
  const { dossierId, unitId, agencyName, question } = props;
  await visibleDossier(context, dossierId);
  const level = await appraisesAt(context, dossierId);
  if (!level) throw new ApiError('not_appraising');
  if (unitId !== undefined) {
    const [unit] = await db.select({ id: units.id }).from(units).where(eq(units.id, unitId));
    if (!unit) throw new ApiError('unit_not_found');
  }
  await db.transaction(async (tx) => {
    const [request] = await tx
      .insert(opinionRequests)
      .values({
        dossierId,
        level,
        unitId: unitId ?? null,
        agencyName: agencyName ?? null,
        question,
        askedBy: actor.accountId,
        notedAt: now,
      })
      .returning({ id: opinionRequests.id })
      .catch((error: unknown) => {
        if (violatedIndex(error) === 'opinion_requests_unsent_once')
          throw new ApiError('opinion_asked_already');
        throw error;
      });
    await writeAudit(tx, context, {
      action: 'opinion.ask',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { requestId: request?.id, unitId, agencyName },
    });
  });
}
