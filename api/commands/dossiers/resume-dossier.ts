import { eq } from 'drizzle-orm';
import { lastingHold } from '../../../db/holds.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { dossierHolds, dossiers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { dossierOfResumer } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';
import { changeVote } from './change-vote.ts';

export interface ResumeDossierProps {
  dossierId: string;
  reason: string;
}

/**
 * Takes a dossier off hold: it has the status again that it came to meanwhile, and its clocks run on with what was left.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_on_hold, instance_ended
 */
export async function resumeDossier(context: CommandContext, props: ResumeDossierProps): Promise<void> {
  const { db, actor, now } = context;
  const { dossierId, reason } = props;
  const { instanceId, status } = await dossierOfResumer(context, dossierId);
  if (!instanceId || status !== 'on_hold') throw new ApiError('dossier_not_on_hold');
  const sessions = await db.transaction(async (tx) => {
    await appendEvent(tx, { instanceId, event: { type: 'clockResumed' }, accountId: actor.accountId });
    const [hold] = await tx
      .update(dossierHolds)
      .set({ resumedBy: actor.accountId, resumedAt: now, resumeReason: reason })
      .where(lastingHold(dossierId))
      .returning({ statusBefore: dossierHolds.statusBefore });
    if (!hold) throw new ApiError('dossier_not_on_hold');
    await tx.update(dossiers).set({ status: hold.statusBefore }).where(eq(dossiers.id, dossierId));
    const voting = await changeVote(tx, dossierId);
    await writeAudit(tx, context, {
      action: 'dossier.resume',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { reason },
    });
    return voting;
  });
  context.deliver(instanceId);
  for (const sessionId of sessions) context.announce(sessionId);
}
