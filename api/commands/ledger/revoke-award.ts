import { and, eq, isNull } from 'drizzle-orm';
import { ledgerAwards, nominations } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { RevokeAwardRequest } from '../../contract/ledger.ts';
import { ApiError } from '../../errors.ts';
import { revocableBy } from '../../policies/ledger.ts';
import { writeAudit } from '../audit.ts';
import { recheckResting } from '../dossiers/recheck-resting.ts';
import { requirePast } from './line-guards.ts';

export type RevokeAwardProps = RevokeAwardRequest & { ledgerAwardId: string };

/**
 * Records that an award was revoked (hủy bỏ quyết định, Law 06/2022/QH15 Article 93), with the decision and the reason. It
 * stays in the ledger as revoked and counts no more; a nomination it came from is revoked with it. Dossiers under way that rest
 * on it stay as they are, their verdicts are found anew. `revocableBy` says who may.
 * @throws ApiError ledger_award_not_found, award_revoked_already, paper_in_future
 */
export async function revokeAward(context: CommandContext, props: RevokeAwardProps): Promise<void> {
  const { db, actor, today } = context;
  const [held] = await db
    .select()
    .from(ledgerAwards)
    .where(and(eq(ledgerAwards.id, props.ledgerAwardId), revocableBy(actor)));
  if (!held || held.struckAt) throw new ApiError('ledger_award_not_found');
  requirePast(today, props.decidedOn);
  await db.transaction(async (tx) => {
    const revoked = await tx
      .update(ledgerAwards)
      .set({
        status: 'revoked',
        revocationSymbol: props.decisionSymbol,
        revokedOn: props.decidedOn,
        revocationReason: props.reason,
      })
      .where(
        and(eq(ledgerAwards.id, held.id), eq(ledgerAwards.status, 'in_force'), isNull(ledgerAwards.struckAt)),
      )
      .returning({ id: ledgerAwards.id });
    if (revoked.length === 0) throw new ApiError('award_revoked_already');
    if (held.nominationId) {
      await tx
        .update(nominations)
        .set({ status: 'revoked', reason: props.reason })
        .where(eq(nominations.id, held.nominationId));
    }
    const rechecked = await recheckResting(tx, context, {
      award: held,
      what: `bị hủy bỏ theo ${props.decisionSymbol}`,
    });
    await writeAudit(tx, context, {
      action: 'ledger.revoke_award',
      subjectKind: 'ledger_award',
      subjectId: held.id,
      details: {
        decisionSymbol: props.decisionSymbol,
        decidedOn: props.decidedOn,
        reason: props.reason,
        rechecked,
      },
    });
  });
}
