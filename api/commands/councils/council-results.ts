import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { appendEvent } from '../../../db/outbox.ts';
import {
  agendaItems,
  nominationResults,
  nominations,
  processInstances,
  referrals,
  sessions,
} from '../../../db/schema/index.ts';
import type { Level } from '../../contract/common.ts';

/** What a council found about one nomination. */
export interface CouncilResult {
  nominationId: string;
  instanceId: string;
  level: Level;
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

/** Writes results to the nominations and to their history, in two statements however many they are. */
export async function writeResults(tx: Executor, results: CouncilResult[], now: Date): Promise<void> {
  if (results.length === 0) return;
  const rows = sql`jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as result(
    "nominationId" uuid, "instanceId" uuid, level level, status nomination_status, reason text)`;
  await tx.execute(sql`update ${nominations} set status = result.status, reason = result.reason
    from ${rows} where ${nominations.id} = result."nominationId"`);
  await tx.execute(sql`insert into ${nominationResults} (nomination_id, level, instance_id, step, status, reason, at)
    select result."nominationId", result.level, ${processInstances.id}, ${processInstances.step}, result.status, result.reason, ${now.toISOString()}::timestamptz
    from ${rows} join ${processInstances} on ${processInstances.id} = result."instanceId"`);
}

/**
 * Sends the result of every referral that has no undecided item left, each exactly once; the counts are those of the
 * dossier at the level. Returns the instances that have news. The instances must be locked.
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
  const running = await runningInstances(
    tx,
    finished.map(({ instanceId }) => instanceId),
  );
  const receivers = finished.filter(({ instanceId }) => running.has(instanceId));
  for (const referral of receivers) {
    await appendEvent(tx, {
      instanceId: referral.instanceId,
      event: {
        type: 'message',
        name: 'council-result',
        correlationKey: referral.id,
        variables: await countsAtLevel(tx, referral.dossierId, referral.level),
      },
      accountId,
    });
  }
  return receivers.map(({ instanceId }) => instanceId);
}

/** An instance that has ended meanwhile waits for no result. */
async function runningInstances(tx: Executor, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: processInstances.id })
    .from(processInstances)
    .where(and(inArray(processInstances.id, ids), eq(processInstances.status, 'running')));
  return new Set(rows.map(({ id }) => id));
}

/** How many nominations of the dossier the level's newest results left passed, failed and returned. */
async function countsAtLevel(tx: Executor, dossierId: string, level: Level) {
  const newest = tx
    .selectDistinctOn([nominationResults.nominationId], { status: nominationResults.status })
    .from(nominationResults)
    .innerJoin(nominations, eq(nominations.id, nominationResults.nominationId))
    .where(and(eq(nominations.dossierId, dossierId), eq(nominationResults.level, level)))
    .orderBy(
      nominationResults.nominationId,
      sql`${nominationResults.at} desc, ${nominationResults.step} desc`,
    )
    .as('newest');
  const count = (status: string) => sql<number>`count(*) filter (where ${newest.status} = ${status})::int`;
  const [counts] = await tx
    .select({ passed: count('passed'), failed: count('failed'), returned: count('returned') })
    .from(newest);
  return counts ?? { passed: 0, failed: 0, returned: 0 };
}
