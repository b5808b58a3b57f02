import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { dossierHolds, dossiers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { dossierOfKeeper } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';
import { changeVote } from './change-vote.ts';

export interface HoldDossierProps {
  dossierId: string;
  reason: string;
}

export interface Hold extends HoldDossierProps {
  instanceId: string;
  /** Comment on a public posting that was accepted as a complaint. */
  complaintId?: string;
}

/**
 * Puts a dossier on hold, as while an accepted complaint or a disciplinary case is examined: its clocks stand still, and no
 * task of it is decided and no ballot cast on it until it is resumed.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_holdable, instance_ended
 */
export async function holdDossier(context: CommandContext, props: HoldDossierProps): Promise<void> {
  const { instanceId } = await dossierOfKeeper(context, props.dossierId);
  if (!instanceId) throw new ApiError('dossier_not_holdable');
  const sessions = await context.db.transaction((tx) => placeOnHold(tx, context, { ...props, instanceId }));
  context.deliver(instanceId);
  for (const sessionId of sessions) context.announce(sessionId);
}

/**
 * The hold itself, inside the transaction of whatever leads to it. Answers the sessions whose vote it changed, to be announced.
 * @throws ApiError dossier_not_holdable, instance_ended
 */
export async function placeOnHold(
  tx: Executor,
  context: CommandContext,
  { dossierId, instanceId, reason, complaintId }: Hold,
): Promise<string[]> {
  const { actor, now } = context;
  await appendEvent(tx, { instanceId, event: { type: 'clockPaused' }, accountId: actor.accountId });
  const [dossier] = await tx
    .select({ status: dossiers.status })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.id, dossierId),
        inArray(dossiers.status, ['running', 'returned']),
        isNull(dossiers.endReason),
      ),
    )
    .for('update');
  if (!dossier) throw new ApiError('dossier_not_holdable');
  await tx.insert(dossierHolds).values({
    dossierId,
    statusBefore: dossier.status,
    reason,
    complaintId: complaintId ?? null,
    heldBy: actor.accountId,
    heldAt: now,
  });
  await tx.update(dossiers).set({ status: 'on_hold' }).where(eq(dossiers.id, dossierId));
  const voting = await changeVote(tx, dossierId);
  await writeAudit(tx, context, {
    action: 'dossier.hold',
    subjectKind: 'dossier',
    subjectId: dossierId,
    details: { reason, ...(complaintId === undefined ? {} : { complaintId }) },
  });
  return voting;
}
