import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { ballotsOutstanding, countedItems } from '../../queries/agenda.ts';
import { attendanceOf } from '../../queries/attendance.ts';
import { writeAudit } from '../audit.ts';
import { auditedOutcomes, countAll, type Outcome, takeUpAgain, writeOutcomes } from './council-outcomes.ts';
import { finishReferrals, lockInstancesOf } from './council-results.ts';
import { openBox } from './open-box.ts';
import { claimSession, requireNotHeld } from './session-guards.ts';

export interface HoldFurtherBallotProps {
  sessionId: string;
  itemIds: string[];
}

/**
 * Ends the ballot on items of an open session and holds another one (bỏ phiếu lại) on those that did not reach the share, as
 * often as the rule allows; what reached it has passed. The ballots of the earlier one stay with their item.
 * @throws ApiError session_not_found, forbidden, session_not_open, not_on_agenda, agenda_item_decided, dossier_on_hold,
 *   ballot_rounds_used, ranked_by_votes, ballots_outstanding, quorum_missing, ballot_secret_missing, ballot_box_damaged
 */
export async function holdFurtherBallot(
  context: CommandContext,
  props: HoldFurtherBallotProps,
): Promise<void> {
  const { db, actor, now, ballotSecrets } = context;
  const { sessionId } = props;
  const itemIds = [...new Set(props.itemIds)];
  await managedSession(context, sessionId);
  const instances = await db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    const session = await claimSession(tx, sessionId, ['open']);
    if (!session) throw new ApiError('session_not_open');
    const read = async () =>
      (await countedItems(tx, sessionId)).filter(({ item }) => itemIds.includes(item.id));
    const attendance = await attendanceOf(tx, sessionId);
    const ending = await read();
    if (ending.length !== itemIds.length) throw new ApiError('not_on_agenda');
    requireNotHeld(ending);
    for (const entry of ending) {
      const { item, referral } = entry;
      if (item.result !== null) throw new ApiError('agenda_item_decided');
      if (referral.quota !== null) throw new ApiError('ranked_by_votes');
      if (item.round >= referral.ballotRounds)
        throw new ApiError('ballot_rounds_used', { parameters: { rounds: referral.ballotRounds } });
      const left = ballotsOutstanding(entry, attendance);
      if (left > 0) throw new ApiError('ballots_outstanding', { parameters: { left } });
    }
    if (session.ballotKind === 'secret')
      await openBox(tx, ballotSecrets.box(sessionId, session.boxSecretId), itemIds);
    const outcomes = countAll(await read(), attendance).map(
      ({ entry, count }): Outcome => ({
        entry,
        count,
        result: count.passed ? 'passed' : 'undecided',
        reason: null,
        rank: null,
        tiedFor: null,
      }),
    );
    await writeOutcomes(tx, outcomes, now);
    const again = outcomes.filter(({ result }) => result === 'undecided').map(({ entry }) => entry);
    await takeUpAgain(tx, again, sessionId);
    await writeAudit(tx, context, {
      action: 'session.further_ballot',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { ...attendance, results: auditedOutcomes(outcomes) },
    });
    return finishReferrals(tx, sessionId, actor.accountId);
  });
  for (const instanceId of new Set(instances)) context.deliver(instanceId);
  context.announce(sessionId);
}
