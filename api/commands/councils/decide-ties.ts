import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, matterOf, matters, referrals, sessionMembers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { visibleSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { finishReferrals, lockInstancesOf, writeResults } from './council-results.ts';
import { claimSession } from './session-guards.ts';

export interface DecideTiesProps {
  sessionId: string;
  /** The chair's vote on every item whose votes are equal, or on all of one award at least. */
  votes: { agendaItemId: string; choice: 'for' | 'against' }[];
}

/**
 * The chair's vote decides where the rule says so (TT 25/2025/TT-BKHCN Đ23, a ministry's rule): on items of a closed session
 * with as many for as against, and on who of those with equally many votes has the last places of a quota.
 * @throws ApiError session_not_found, not_the_chair, session_not_closed, not_tied, ballot_listed_twice, ties_left_out,
 *   wrong_number_decided
 */
export async function decideTies(
  context: CommandContext,
  { sessionId, votes }: DecideTiesProps,
): Promise<void> {
  const { db, actor, now } = context;
  await visibleSession(context, sessionId);
  const choices = new Map(votes.map(({ agendaItemId, choice }) => [agendaItemId, choice]));
  if (choices.size !== votes.length) throw new ApiError('ballot_listed_twice');
  const instances = await db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    const [chair] = await tx
      .select({ id: sessionMembers.id })
      .from(sessionMembers)
      .where(
        and(
          eq(sessionMembers.sessionId, sessionId),
          eq(sessionMembers.personId, actor.personId),
          eq(sessionMembers.capacity, 'chair'),
        ),
      );
    if (!chair) throw new ApiError('not_the_chair');
    if (!(await claimSession(tx, sessionId, ['closed', 'minuted']))) throw new ApiError('session_not_closed');
    const tied = await tiedItems(tx, sessionId);
    const decided = tied.flatMap((item) => {
      const choice = choices.get(item.id);
      return choice ? [{ ...item, choice }] : [];
    });
    if (decided.length !== votes.length) throw new ApiError('not_tied');
    for (const [, equals] of Map.groupBy(tied, ({ group }) => group)) requireWhole(equals, choices);
    for (const { id, choice } of decided) {
      const passed = choice === 'for';
      await tx
        .update(agendaItems)
        .set({
          decidingVote: choice,
          result: passed ? 'passed' : 'failed',
          reason: passed ? null : notChosen,
        })
        .where(eq(agendaItems.id, id));
    }
    await writeResults(
      tx,
      decided.map(({ choice, ...row }) => ({
        ...row,
        status: choice === 'for' ? 'passed' : 'failed',
        reason: choice === 'for' ? null : notChosen,
      })),
      now,
    );
    await writeAudit(tx, context, {
      action: 'session.deciding_vote',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { votes: Object.fromEntries(choices) },
    });
    return finishReferrals(tx, sessionId, actor.accountId);
  });
  for (const instanceId of new Set(instances)) context.deliver(instanceId);
  context.announce(sessionId);
}

const notChosen = 'Số phiếu bằng nhau; lá phiếu quyết định của chủ tịch hội đồng không tán thành.';

type Tied = Awaited<ReturnType<typeof tiedItems>>[number];

/** Items whose votes are equal, in the groups that share the places left. */
function tiedItems(tx: Executor, sessionId: string) {
  return tx
    .select({
      id: agendaItems.id,
      item: { id: agendaItems.id, nominationId: agendaItems.nominationId },
      referral: {
        id: referrals.id,
        instanceId: referrals.instanceId,
        level: referrals.level,
        status: referrals.status,
      },
      tiedFor: agendaItems.tiedFor,
      ranked: sql<boolean>`${agendaItems.rank} is not null`,
      group: sql<string>`case when ${referrals.quota} is null then ${agendaItems.id}::text
        else concat_ws(' ', ${matters.contest}, ${agendaItems.rank}) end`,
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(matters, eq(matters.id, matterOf(agendaItems)))
    .where(
      and(eq(agendaItems.sessionId, sessionId), isNull(agendaItems.result), isNotNull(agendaItems.tiedFor)),
    );
}

/** Equals are decided together: as many pass as there are places, where as many as they reached the share. */
function requireWhole(equals: Tied[], choices: ReadonlyMap<string, string>): void {
  const given = equals.filter(({ id }) => choices.has(id));
  if (given.length === 0) return;
  if (given.length < equals.length) throw new ApiError('ties_left_out');
  const places = equals[0]?.tiedFor ?? 0;
  const chosen = given.filter(({ id }) => choices.get(id) === 'for').length;
  const ranked = equals[0]?.ranked === true;
  if (chosen > places || (ranked && chosen < places))
    throw new ApiError('wrong_number_decided', { parameters: { places, chosen } });
}
