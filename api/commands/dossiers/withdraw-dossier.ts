import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { listsDossier } from '../../../db/papers/entries.ts';
import { leavePapers } from '../../../db/papers/leave-papers.ts';
import { dossiers, papers, referrals } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { dossierOfClerk, isUnderWay, underWay } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';
import { removeFromAgendas } from '../councils/remove-from-agendas.ts';

export interface WithdrawDossierProps {
  dossierId: string;
  reason: string;
}

/**
 * Withdraws a submitted dossier until its decision is signed. It falls out of a submission that is on its way. Items that wait for a session, or stand on the agenda of a
 * planned one, are removed with the reason; while a council is voting, the dossier is locked.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_withdrawable, withdrawal_pending, nomination_locked,
 *   instance_ended
 */
export async function withdrawDossier(context: CommandContext, props: WithdrawDossierProps): Promise<void> {
  const { db, actor } = context;
  const { dossierId, reason } = props;
  const { instanceId } = await dossierOfClerk(context, dossierId);
  if (!instanceId) throw new ApiError('dossier_not_withdrawable');
  const told = await db.transaction(async (tx) => {
    await appendEvent(tx, {
      instanceId,
      event: { type: 'message', name: 'dossier-withdrawn', correlationKey: dossierId, variables: {} },
      accountId: actor.accountId,
    });
    await markWithdrawal(tx, dossierId, reason);
    await removeFromAgendas(tx, eq(referrals.subjectId, dossierId), reason);
    await writeAudit(tx, context, {
      action: 'dossier.withdraw',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { reason },
    });
    return leavePapers(tx, dossierId, reason, context.now);
  });
  for (const news of [instanceId, ...told]) context.deliver(news);
}

/** Stores the reason, which also marks that the withdrawal is on its way. */
async function markWithdrawal(tx: Executor, dossierId: string, reason: string): Promise<void> {
  const marked = await tx
    .update(dossiers)
    .set({ endReason: reason })
    .where(and(eq(dossiers.id, dossierId), inArray(dossiers.status, underWay), isNull(dossiers.endReason)))
    .returning({ id: dossiers.id });
  const [decided] = await tx
    .select({ id: papers.id })
    .from(papers)
    .where(and(listsDossier(tx, dossierId), eq(papers.kind, 'decision')))
    .limit(1);
  if (marked.length > 0 && !decided) return;
  const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, dossierId));
  throw new ApiError(
    dossier && isUnderWay(dossier) && !decided ? 'withdrawal_pending' : 'dossier_not_withdrawable',
  );
}
