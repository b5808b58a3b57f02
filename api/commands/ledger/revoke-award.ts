import { and, eq } from 'drizzle-orm';
import { ledgerAwards, nominations, people } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { RevokeAwardRequest } from '../../contract/ledger.ts';
import { ApiError } from '../../errors.ts';
import { servedUnder } from '../../policies/ledger.ts';
import { coversUnit } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';

export type RevokeAwardProps = RevokeAwardRequest & { ledgerAwardId: string };

/** Who records what the authority that gave the award has decided: its standing body, or an administrator. */
const recorders = ['appraiser', 'admin'] as const;

/**
 * Records that an award was revoked (hủy bỏ quyết định, Law 06/2022/QH15 Article 93), with the decision and the reason. It
 * stays in the ledger as revoked and counts no more; a nomination it came from is revoked with it.
 * @throws ApiError ledger_award_not_found, award_revoked_already
 */
export async function revokeAward(context: CommandContext, props: RevokeAwardProps): Promise<void> {
  const { db } = context;
  const [held] = await db.select().from(ledgerAwards).where(eq(ledgerAwards.id, props.ledgerAwardId));
  if (!held || !(await mayRecord(context, held))) throw new ApiError('ledger_award_not_found');
  await db.transaction(async (tx) => {
    const revoked = await tx
      .update(ledgerAwards)
      .set({
        status: 'revoked',
        revocationSymbol: props.decisionSymbol,
        revokedOn: props.decidedOn,
        revocationReason: props.reason,
      })
      .where(and(eq(ledgerAwards.id, held.id), eq(ledgerAwards.status, 'in_force')))
      .returning({ id: ledgerAwards.id });
    if (revoked.length === 0) throw new ApiError('award_revoked_already');
    if (held.nominationId) {
      await tx
        .update(nominations)
        .set({ status: 'revoked', reason: props.reason })
        .where(eq(nominations.id, held.nominationId));
    }
    await writeAudit(tx, context, {
      action: 'ledger.revoke_award',
      subjectKind: 'ledger_award',
      subjectId: held.id,
      details: { decisionSymbol: props.decisionSymbol, decidedOn: props.decidedOn, reason: props.reason },
    });
  });
}

async function mayRecord(
  { db, actor }: CommandContext,
  { personId, unitId }: typeof ledgerAwards.$inferSelect,
): Promise<boolean> {
  if (personId === null) return unitId !== null && coversUnit(db, actor, recorders, unitId);
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), servedUnder(actor, recorders)));
  return person !== undefined;
}
