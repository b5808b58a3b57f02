import type { CommandContext } from '../context.ts';
import type { ReceiptCheck, Recount } from '../contract/ballots.ts';
import { ApiError } from '../errors.ts';
import { visibleSession } from '../policies/councils.ts';
import { countedItems, countItem, storedCounts } from './agenda.ts';
import { attendanceOf } from './attendance.ts';
import { ownBallots } from './own-ballots.ts';
import { findVoter } from './voters.ts';

/**
 * What lies in the box of an open secret vote under a member's receipt: the proof that the ballots are those that were
 * cast. Nobody can look under another member's receipt.
 * @throws ApiError session_not_found, not_a_member, ballot_not_secret, session_not_open, receipt_not_found
 */
export async function checkReceipt(
  context: CommandContext,
  sessionId: string,
  receipt: string,
): Promise<ReceiptCheck> {
  const { db, actor, ballotSecrets } = context;
  const session = await visibleSession(context, sessionId);
  if (session.ballotKind !== 'secret') throw new ApiError('ballot_not_secret');
  if (session.status !== 'open') throw new ApiError('session_not_open');
  const voter = await findVoter(db, sessionId, actor.personId);
  if (!voter) throw new ApiError('not_a_member');
  const items = await countedItems(db, sessionId);
  const own = await ownBallots(
    db,
    ballotSecrets,
    voter,
    items.map(({ item }) => item.id),
  );
  const ballots = [...own.values()]
    .filter((ballot) => ballot.receipt === receipt)
    .map(({ agendaItemId, choice }) => ({ agendaItemId, choice }));
  if (ballots.length === 0) throw new ApiError('receipt_not_found');
  return { ballots };
}

/**
 * Counts the ballots of a closed session again (kiểm phiếu lại), those of a secret vote as they were taken from the box,
 * and compares them with what the close wrote down.
 * @throws ApiError session_not_found, session_not_closed
 */
export async function recountSession(context: CommandContext, sessionId: string): Promise<Recount> {
  const { db } = context;
  const { status } = await visibleSession(context, sessionId);
  if (status === 'planned' || status === 'open') throw new ApiError('session_not_closed');
  const attendance = await attendanceOf(db, sessionId);
  const items = (await countedItems(db, sessionId)).flatMap((entry) => {
    const stored = storedCounts(entry.item);
    if (!stored) return [];
    const { inFavour, against, abstained, missing, recused } = countItem(entry, attendance);
    const recounted = { inFavour, against, abstained, missing, recused };
    const equal = JSON.stringify(stored) === JSON.stringify(recounted);
    return [{ agendaItemId: entry.item.id, stored, recounted, equal }];
  });
  return { items, equal: items.every(({ equal }) => equal) };
}
