import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { openIncident } from '../../../db/incidents.ts';
import { appendEvent } from '../../../db/outbox.ts';
import {
  agendaItems,
  nominationResults,
  nominations,
  processInstances,
  referrals,
  sessions,
} from '../../../db/schema/index.ts';

/** What a council found about the matter of one item. */
export interface CouncilResult {
  item: Pick<typeof agendaItems.$inferSelect, 'id' | 'nominationId'>;
  referral: Pick<typeof referrals.$inferSelect, 'id' | 'instanceId' | 'level' | 'status'>;
  status: 'passed' | 'failed' | 'returned' | 'removed';
  reason: string | null;
}

/** The session's own instance and those its items belong to, locked in the order of their ids: before any session or item is. */
export async function lockInstancesOf(tx: Executor, sessionId: string): Promise<void> {
  const instances = tx
    .select({ id: referrals.instanceId })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(eq(agendaItems.sessionId, sessionId))
    .union(
      tx
        .select({ id: sql<string>`${sessions.instanceId}` })
        .from(sessions)
        .where(eq(sessions.id, sessionId)),
    );
  await tx
    .select({ id: processInstances.id })
    .from(processInstances)
    .where(inArray(processInstances.id, instances))
    .orderBy(asc(processInstances.id))
    .for('update');
}

/**
 * Writes what follows from results beyond their items: a nomination goes on or falls out and keeps what each level found. Other
 * matters have no more than the result of their item. A result moves only what waits for it, which it does while the referral waits
 * and, of a dossier, while the nomination is proposed; a result without a receiver is an incident.
 */
export async function writeResults(tx: Executor, results: CouncilResult[], now: Date): Promise<void> {
  const moved = await moveNominations(
    tx,
    results.filter(({ referral }) => referral.status === 'waiting'),
    now,
  );
  const isReceived = ({ item: { nominationId }, referral }: CouncilResult) =>
    referral.status === 'waiting' && (nominationId === null || moved.has(nominationId));
  const unreceived = Map.groupBy(
    results.filter((result) => !isReceived(result)),
    ({ referral }) => referral.id,
  );
  for (const [referralId, missed] of unreceived) await reportMissed(tx, referralId, missed, now);
}

/** Moves the nominations that wait for these results, in two statements however many they are; answers their ids. */
async function moveNominations(tx: Executor, results: CouncilResult[], now: Date): Promise<Set<string>> {
  const found = results.flatMap(
    ({ item: { nominationId }, referral: { instanceId, level }, status, reason }) =>
      nominationId === null ? [] : [{ nominationId, instanceId, level, status, reason }],
  );
  if (found.length === 0) return new Set();
  const rowsOf = (rows: typeof found) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as result(
    "nominationId" uuid, "instanceId" uuid, level level, status nomination_status, reason text)`;
  const { rows } = await tx.execute<{ id: string }>(sql`update ${nominations}
    set status = result.status, reason = result.reason
    from ${rowsOf(found)} where ${nominations.id} = result."nominationId" and ${nominations.status} = 'proposed'
    returning ${nominations.id} as id`);
  const moved = new Set(rows.map(({ id }) => id));
  const kept = rowsOf(found.filter(({ nominationId }) => moved.has(nominationId)));
  await tx.execute(sql`insert into ${nominationResults} (nomination_id, level, instance_id, step, status, reason, at)
    select result."nominationId", result.level, ${processInstances.id}, ${processInstances.step}, result.status, result.reason, ${now.toISOString()}::timestamptz
    from ${kept} join ${processInstances} on ${processInstances.id} = result."instanceId"`);
  return moved;
}

async function reportMissed(
  tx: Executor,
  referralId: string,
  missed: CouncilResult[],
  now: Date,
): Promise<void> {
  const [first] = missed;
  if (!first) return;
  await openIncident(tx, {
    instanceId: first.referral.instanceId,
    incident: `unreceived-${first.item.id}`,
    element: 'council-result',
    code: 'result_without_receiver',
    message: `The council's results of referral ${referralId} (items: ${missed.length}) found nothing waiting for them; they stay on record and moved nothing.`,
    openedAt: now,
  });
}

/**
 * Sends the result of every referral that has no undecided item left, each exactly once; the counts are those of the
 * subject at the level. Returns the instances that have news. The instances must be locked.
 */
export async function finishReferrals(
  tx: Executor,
  sessionId: string,
  accountId: string | null,
): Promise<string[]> {
  const ofSession = tx
    .select({ id: agendaItems.referralId })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, sessionId));
  const undecided = tx
    .select({ one: sql`1` })
    .from(agendaItems)
    .where(and(eq(agendaItems.referralId, referrals.id), isNull(agendaItems.result)));
  const finished = await tx
    .update(referrals)
    .set({ status: 'resulted' })
    .where(and(inArray(referrals.id, ofSession), eq(referrals.status, 'waiting'), notExists(undecided)))
    .returning();
  for (const referral of finished) {
    await appendEvent(tx, {
      instanceId: referral.instanceId,
      event: {
        type: 'message',
        name: 'council-result',
        correlationKey: referral.id,
        variables: await countsAtLevel(tx, referral),
      },
      accountId,
    });
  }
  return finished.map(({ instanceId }) => instanceId);
}

/**
 * How many of the subject's matters the level found passed, failed and returned: of a dossier by the newest result of each of
 * its nominations, which may come from an earlier referral; of anything else by the items of this one.
 */
async function countsAtLevel(tx: Executor, { id, subjectId, level }: typeof referrals.$inferSelect) {
  const ofNominations = tx
    .selectDistinctOn([nominationResults.nominationId], {
      status: sql<string>`${nominationResults.status}::text`,
    })
    .from(nominationResults)
    .innerJoin(nominations, eq(nominations.id, nominationResults.nominationId))
    .where(and(eq(nominations.dossierId, subjectId), eq(nominationResults.level, level)))
    .orderBy(
      nominationResults.nominationId,
      sql`${nominationResults.at} desc, ${nominationResults.step} desc`,
    );
  const ofOthers = tx
    .select({ status: sql<string>`${agendaItems.result}::text` })
    .from(agendaItems)
    .where(and(eq(agendaItems.referralId, id), isNull(agendaItems.nominationId)));
  const { rows } = await tx.execute<{ passed: number; failed: number; returned: number }>(sql`
    select count(*) filter (where status = 'passed')::int as passed,
      count(*) filter (where status = 'failed')::int as failed,
      count(*) filter (where status = 'returned')::int as returned
    from ((${ofNominations}) union all (${ofOthers})) as found(status)`);
  return { passed: 0, failed: 0, returned: 0, ...rows[0] };
}
