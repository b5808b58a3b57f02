import { and, eq } from 'drizzle-orm';
import { personMatches } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { DecideMatchRequest } from '../../contract/ledger.ts';
import { ApiError } from '../../errors.ts';
import { matchKeptBy } from '../../policies/ledger.ts';
import { writeAudit } from '../audit.ts';

/**
 * Confirms or rejects that two rows of `people` are one human being. Confirmed, they have one ledger; rejecting it later
 * splits them, with nothing moved and nothing lost. @throws ApiError person_match_not_found, version_conflict where somebody
 * decided it meanwhile
 */
export async function decideMatch(
  context: CommandContext,
  { matchId, status, reason }: DecideMatchRequest & { matchId: string },
): Promise<void> {
  const { db, actor, now } = context;
  const [match] = await db
    .select()
    .from(personMatches)
    .where(and(eq(personMatches.id, matchId), matchKeptBy(actor)));
  if (!match) throw new ApiError('person_match_not_found');
  await db.transaction(async (tx) => {
    const decided = await tx
      .update(personMatches)
      .set({ status, decisionReason: reason, decidedBy: actor.accountId, decidedAt: now })
      .where(and(eq(personMatches.id, matchId), eq(personMatches.status, match.status)))
      .returning({ id: personMatches.id });
    if (decided.length === 0) throw new ApiError('version_conflict');
    await writeAudit(tx, context, {
      action: 'ledger.decide_match',
      subjectKind: 'person_match',
      subjectId: matchId,
      details: { from: match.status, to: status, reason },
    });
  });
}
