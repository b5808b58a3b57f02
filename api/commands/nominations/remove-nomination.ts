import { and, eq } from 'drizzle-orm';
import { dropNominations } from '../../../db/ledger/strangers.ts';
import { nominations } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { dossierOfClerk } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';
import { lockDraft } from '../dossiers/draft-guard.ts';

export interface RemoveNominationProps {
  dossierId: string;
  nominationId: string;
}

/**
 * Takes a nominee off a draft.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_draft, nomination_not_found
 */
export async function removeNomination(context: CommandContext, props: RemoveNominationProps): Promise<void> {
  const { dossierId, nominationId } = props;
  await dossierOfClerk(context, dossierId);
  await context.db.transaction(async (tx) => {
    await lockDraft(tx, dossierId);
    const removed = await dropNominations(
      tx,
      and(eq(nominations.id, nominationId), eq(nominations.dossierId, dossierId)),
    );
    if (removed.length === 0) throw new ApiError('nomination_not_found');
    await writeAudit(tx, context, {
      action: 'nomination.remove',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { nominationId },
    });
  });
}
