import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { EngineEvent } from '../engine/types.ts';
import type { Executor } from './client.ts';
import { outbox, processInstances } from './schema/index.ts';

/** The instance has ended: nothing can reach it any more. */
export class InstanceEndedError extends Error {
  readonly code = 'instance_ended';
  readonly instanceId: string;
  constructor(instanceId: string) {
    super(`process instance ${instanceId} does not exist or has ended`);
    this.instanceId = instanceId;
  }
}

export interface AppendedEvent {
  instanceId: string;
  event: EngineEvent;
  /** Who caused it; null for the system. */
  accountId: string | null;
}

/**
 * Writes an event for an instance into the outbox and returns its number, gapless per instance from 0.
 * Takes the lock of the instance row, so call it before locking tasks or agenda items.
 * @throws InstanceEndedError when the instance has ended
 */
export async function appendEvent(
  tx: Executor,
  { instanceId, event, accountId }: AppendedEvent,
): Promise<number> {
  const appended = await tx.execute<{ number: number }>(sql`
    with numbered as (
      update ${processInstances} set next_number = next_number + 1
      where id = ${instanceId} and status = 'running'
      returning next_number - 1 as number
    )
    insert into ${outbox} (instance_id, number, event, created_by)
    select ${instanceId}, number, ${JSON.stringify(event)}::jsonb || jsonb_build_object('number', number), ${accountId}
    from numbered
    returning number`);
  const number = appended.rows[0]?.number;
  if (number === undefined) throw new InstanceEndedError(instanceId);
  return number;
}

/** Events of an instance that Temporal has not accepted yet, in their order. */
export function pendingEvents(db: Executor, instanceId: string): Promise<EngineEvent[]> {
  return eventsOf(db, and(eq(outbox.instanceId, instanceId), eq(outbox.status, 'pending')));
}

/** Every event an instance was ever sent, in their order, with those that came too late. */
export function allEvents(db: Executor, instanceId: string): Promise<EngineEvent[]> {
  return eventsOf(db, eq(outbox.instanceId, instanceId));
}

async function eventsOf(db: Executor, condition: SQL | undefined): Promise<EngineEvent[]> {
  const rows = await db
    .select({ event: outbox.event })
    .from(outbox)
    .where(condition)
    .orderBy(asc(outbox.number));
  return rows.map((row) => row.event);
}
