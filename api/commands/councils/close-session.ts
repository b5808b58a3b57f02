import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, sessions } from '../../../db/schema/index.ts';
import type { Tally } from '../../../domain/tally.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { type CountedItem, countedItems, countItem } from '../../queries/agenda.ts';
import { type Attendance, attendanceOf, presentMembers } from '../../queries/attendance.ts';
import { writeAudit } from '../audit.ts';
import { finishReferrals, lockInstancesOf, writeResults } from './council-results.ts';
import { openBox } from './open-box.ts';
import { claimSession } from './session-guards.ts';

type Counted = { entry: CountedItem; count: Tally };

/**
 * Closes a session: counts every open item, writes the results and sends each finished referral's result to its dossier,
 * exactly once. Where the quorum of one referral is missing, nothing is counted and the session stays open.
 * @throws ApiError session_not_found, forbidden, session_not_open, quorum_missing
 */
export async function closeSession(context: CommandContext, sessionId: string): Promise<void> {
  const { db, actor, now, ballotSecrets } = context;
  await managedSession(context, sessionId);
  const instances = await db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    const session = await claimSession(tx, sessionId, ['open']);
    if (!session) throw new ApiError('session_not_open');
    if (session.ballotKind === 'secret')
      await openBox(tx, ballotSecrets.box(sessionId, session.boxSecretId), sessionId);
    const attendance = await attendanceOf(tx, sessionId);
    const open = (await countedItems(tx, sessionId)).filter(({ item }) => item.result === null);
    const counted = open.map((entry) => ({ entry, count: countItem(entry, attendance) }));
    requireQuorum(counted, attendance);
    await writeCounts(tx, counted);
    await writeResults(
      tx,
      counted.map(({ entry: { item, referral }, count }) => ({
        nominationId: item.nominationId,
        instanceId: referral.instanceId,
        level: referral.level,
        status: count.passed ? 'passed' : 'failed',
        reason: count.passed ? null : failureReason(count),
      })),
      now,
    );
    await tx.update(sessions).set({ status: 'closed', closedAt: now }).where(eq(sessions.id, sessionId));
    const finished = await finishReferrals(tx, sessionId, actor.accountId);
    await writeAudit(tx, context, {
      action: 'session.close',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { ...attendance, results: auditedResults(counted) },
    });
    return finished;
  });
  for (const instanceId of new Set(instances)) context.deliver(instanceId);
  context.announce(sessionId);
}

function requireQuorum(counted: Counted[], attendance: Attendance): void {
  const short = counted
    .filter(({ count }) => !count.quorumMet)
    .toSorted((a, b) => b.count.quorumNeeded - a.count.quorumNeeded)[0];
  if (!short) return;
  throw new ApiError('quorum_missing', {
    parameters: {
      attending: presentMembers(attendance, short.entry.rules.writtenOpinionCounts),
      total: attendance.members,
      needed: short.count.quorumNeeded,
    },
  });
}

async function writeCounts(tx: Executor, counted: Counted[]): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted.map(
    ({ entry, count: { inFavour, against, abstained, missing, recused, total, needed, passed } }) => ({
      id: entry.item.id,
      result: passed ? 'passed' : 'failed',
      in_favour: inFavour,
      against,
      abstained,
      missing,
      recused,
      recused_leave: entry.rules.recusedLeave,
      total,
      needed,
    }),
  );
  await tx.execute(sql`update ${agendaItems} set result = counted.result, in_favour = counted.in_favour,
      against = counted.against, abstained = counted.abstained, missing = counted.missing, recused = counted.recused,
      recused_leave = counted.recused_leave, total = counted.total, needed = counted.needed
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as counted(id uuid, result item_result, in_favour int,
      against int, abstained int, missing int, recused int, recused_leave boolean, total int, needed int)
    where ${agendaItems.id} = counted.id`);
}

/** Why a nomination fell out, in the language of the papers. */
const failureReason = ({ inFavour, total, needed }: Tally) =>
  `Không đủ phiếu tán thành: ${inFavour}/${total}, cần ${needed}.`;

const auditedResults = (counted: Counted[]) =>
  Object.fromEntries(
    counted.map(
      ({ entry, count: { inFavour, against, abstained, missing, recused, total, needed, passed } }) => [
        entry.item.id,
        { inFavour, against, abstained, missing, recused, total, needed, passed },
      ],
    ),
  );
