import { and, eq } from 'drizzle-orm';
import { lawOfUnit } from '../../../db/bound-law.ts';
import { nominationInitiatives, nominations } from '../../../db/schema/index.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { dossierOfClerk } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';
import { lockDraft } from '../dossiers/draft-guard.ts';
import { initiativesOfNominee, requireFree } from './initiative-guards.ts';

export interface ChooseInitiativesProps {
  dossierId: string;
  nominationId: string;
  initiativeIds: string[];
}

/**
 * Says on which recognised initiatives (sáng kiến, đề tài) a nomination of a draft rests, in place of what was said before.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_draft, nomination_not_found, initiative_not_held,
 *   initiative_spent, which names both uses
 */
export async function chooseInitiatives(
  context: CommandContext,
  { dossierId, nominationId, initiativeIds }: ChooseInitiativesProps,
): Promise<void> {
  const { db, today } = context;
  const dossier = await dossierOfClerk(context, dossierId);
  const law = await lawOfUnit(db, dossier.unitId, today);
  await db.transaction(async (tx) => {
    await lockDraft(tx, dossierId);
    const [nomination] = await tx
      .select()
      .from(nominations)
      .where(and(eq(nominations.id, nominationId), eq(nominations.dossierId, dossierId)));
    if (!nomination) throw new ApiError('nomination_not_found');
    const chosen = [...new Set(initiativeIds)];
    const held = await initiativesOfNominee(tx, nomination);
    if (chosen.some((id) => !held.some((initiative) => initiative.id === id)))
      throw new ApiError('initiative_not_held', { parameters: { name: nomination.name } });
    if (law) await requireFree(tx, dossier, overlaid(law), chosen);
    await tx.delete(nominationInitiatives).where(eq(nominationInitiatives.nominationId, nominationId));
    if (chosen.length > 0) {
      await tx
        .insert(nominationInitiatives)
        .values(chosen.map((initiativeId) => ({ nominationId, initiativeId })));
    }
    await writeAudit(tx, context, {
      action: 'nomination.choose_initiatives',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { nominationId, initiativeIds: chosen },
    });
  });
}
