import { and, eq, inArray } from 'drizzle-orm';
import { matchOf } from '../../../db/ledger/matches.ts';
import { people, personMatches } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { ProposeMatchRequest } from '../../contract/ledger.ts';
import { ApiError } from '../../errors.ts';
import { ledgerVisibleTo, matchKeptBy } from '../../policies/ledger.ts';
import { writeAudit } from '../audit.ts';

/**
 * Puts a pair before those who confirm or reject, though the system did not find it; returns its id. A pair that stands is
 * answered as it is. @throws ApiError match_with_oneself, nominee_not_found, forbidden
 */
export async function proposeMatch(
  context: CommandContext,
  { personId, otherId }: ProposeMatchRequest,
): Promise<string> {
  const { db, actor, now } = context;
  if (personId === otherId) throw new ApiError('match_with_oneself');
  const [personA, personB] = personId < otherId ? [personId, otherId] : [otherId, personId];
  const visible = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [personA, personB]), ledgerVisibleTo(actor)));
  if (visible.length < 2) throw new ApiError('nominee_not_found');
  const { score, reasons } = await matchOf(db, personA, personB);
  return db.transaction(async (tx) => {
    const [added] = await tx
      .insert(personMatches)
      .values({ personA, personB, score, reasons, proposedAt: now })
      .onConflictDoNothing()
      .returning({ id: personMatches.id });
    const [pair] = await tx
      .select({ id: personMatches.id })
      .from(personMatches)
      .where(and(eq(personMatches.personA, personA), eq(personMatches.personB, personB), matchKeptBy(actor)));
    if (!pair) throw new ApiError('forbidden');
    if (added) {
      await writeAudit(tx, context, {
        action: 'ledger.propose_match',
        subjectKind: 'person_match',
        subjectId: pair.id,
        details: { personA, personB, score },
      });
    }
    return pair.id;
  });
}
