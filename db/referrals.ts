import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Effect } from '../engine/types.ts';
import type { Executor } from './client.ts';
import { idArray } from './id-array.ts';
import { agendaItems, referrals, sessions } from './schema/index.ts';

/**
 * Condition on `referrals`: of an instance, those whose result nobody waits for after a step with these effects, because neither the
 * message that brings it is waited for any more nor the job that makes them runs, or the instance has ended. Undefined where there
 * can be none.
 */
export function abandonedBy(instanceId: string, effects: readonly Effect[]): SQL | undefined {
  const ofInstance = eq(referrals.instanceId, instanceId);
  if (effects.some(({ type }) => type === 'ended')) return ofInstance;
  const keysOf = (type: 'subscribe' | 'unsubscribe') =>
    effects.flatMap((effect) =>
      effect.type === type && effect.kind === 'message' ? [effect.correlationKey] : [],
    );
  // A wait that ends at one place and begins at another in the same step goes on.
  const goesOn = new Set(keysOf('subscribe'));
  const keys = keysOf('unsubscribe').filter((key) => !goesOn.has(key));
  const jobs = effects.flatMap((effect) => (effect.type === 'cancelJob' ? [effect.job] : []));
  if (keys.length === 0 && jobs.length === 0) return undefined;
  return and(ofInstance, or(inArray(sql`${referrals.id}::text`, keys), inArray(referrals.job, jobs)));
}

/**
 * Ends referrals that wait for their result, and takes their items off the agendas of planned sessions and from what waits for one. The
 * locks of their instances must be held.
 * @param which condition on `referrals`
 * @returns `vote_under_way` where a council is voting on some of them, or its chair's deciding vote is still to come; these items
 *   stay as they are, and what the vote comes to moves nothing
 */
export async function endReferrals(
  tx: Executor,
  which: SQL,
  reason: string,
): Promise<'off_agendas' | 'vote_under_way'> {
  const ended = await tx
    .update(referrals)
    .set({ status: 'cancelled' })
    .where(and(eq(referrals.status, 'waiting'), which))
    .returning({ id: referrals.id });
  if (ended.length === 0) return 'off_agendas';
  const undecided = and(
    sql`${agendaItems.referralId} = any(${idArray(ended.map(({ id }) => id))})`,
    isNull(agendaItems.result),
  );
  // Locked first: a secretary who puts one on an agenda in this very moment has done so before they are read.
  const items = await tx
    .select({ sessionId: agendaItems.sessionId })
    .from(agendaItems)
    .where(undecided)
    .orderBy(agendaItems.id)
    .for('no key update');
  const sessionIds = [...new Set(items.flatMap(({ sessionId }) => sessionId ?? []))];
  const onAgenda = await tx
    .select({ id: sessions.id, status: sessions.status })
    .from(sessions)
    .where(inArray(sessions.id, sessionIds))
    .orderBy(sessions.id)
    .for('share');
  const planned = onAgenda.flatMap(({ id, status }) => (status === 'planned' ? [id] : []));
  await tx
    .update(agendaItems)
    .set({ result: 'removed', reason })
    .where(and(undecided, or(isNull(agendaItems.sessionId), inArray(agendaItems.sessionId, planned))));
  return planned.length < onAgenda.length ? 'vote_under_way' : 'off_agendas';
}
