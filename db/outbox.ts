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
  /** How long it stays unsent at least, so that its author can take it back; what follows it waits too. */
  heldBackSeconds?: number | undefined;
}

/**
 * Writes an event for an instance into the outbox and returns its number, gapless per instance from 0.
 * Takes the lock of the instance row, so call it before locking tasks or agenda items.
 * @throws InstanceEndedError when the instance has ended
 */
export async function appendEvent(
  tx: Executor,
  { instanceId, event, accountId, heldBackSeconds }: AppendedEvent,
): Promise<number> {
  const appended = await tx.execute<{ number: number }>(sql`
    with numbered as (
      update ${processInstances} set next_number = next_number + 1
      where id = ${instanceId} and status = 'running'
      returning next_number - 1 as number
    )
    insert into ${outbox} (instance_id, number, event, created_by, not_before)
    select ${instanceId}, number, ${JSON.stringify(event)}::jsonb || jsonb_build_object('number', number), ${accountId},
      clock_timestamp() + make_interval(secs => ${heldBackSeconds ?? null})
    from numbered
    returning number`);
  const number = appended.rows[0]?.number;
  if (number === undefined) throw new InstanceEndedError(instanceId);
  return number;
}

/** Events of an instance that Temporal has not accepted yet and may hear of by now, in their order. */
export function pendingEvents(db: Executor, instanceId: string): Promise<EngineEvent[]> {
  return sendable(db, and(eq(outbox.instanceId, instanceId), eq(outbox.status, 'pending')));
}

/** Every event an instance was ever sent or may be by now, in their order, with those that came too late. */
export function allEvents(db: Executor, instanceId: string): Promise<EngineEvent[]> {
  return sendable(db, eq(outbox.instanceId, instanceId));
}

/**
 * The events before the first that is held back. Rows that were held back are read under a lock: whoever takes one back at
 * this very moment comes first, and its place is sent empty, or finds that it is too late.
 */
async function sendable(db: Executor, condition: SQL | undefined): Promise<EngineEvent[]> {
  const columns = {
    event: outbox.event,
    wasHeld: sql<boolean>`${outbox.notBefore} is not null`,
    held: isHeldBack,
  };
  const read = db.select(columns).from(outbox).where(condition).orderBy(asc(outbox.number));
  let rows = await read;
  if (rows.some(({ wasHeld }) => wasHeld))
    rows = await db.select(columns).from(outbox).where(condition).orderBy(asc(outbox.number)).for('share');
  const first = rows.findIndex(({ held }) => held);
  return (first === -1 ? rows : rows.slice(0, first)).map(({ event }) => event);
}

/** Condition on `outbox`: its author can still take it back. By the clock at this moment, not at the transaction's start. */
export const isHeldBack: SQL<boolean> = sql<boolean>`coalesce(${outbox.notBefore} > clock_timestamp(), false)`;

/**
 * Takes back an event that is held back: its number stays, and carries `nothing`. The instance's lock must be held.
 * @returns false where it is too late, because it has been sent or may be at this moment
 */
export async function takeBack(
  tx: Executor,
  instanceId: string,
  number: number,
  nothing: EngineEvent,
): Promise<boolean> {
  const row = and(eq(outbox.instanceId, instanceId), eq(outbox.number, number), eq(outbox.status, 'pending'));
  // First the lock, then a look at the clock: who reads the row to send it has it before that moment or after this.
  const [locked] = await tx.select({ number: outbox.number }).from(outbox).where(row).for('update');
  if (!locked) return false;
  const emptied = await tx
    .update(outbox)
    .set({ event: { ...nothing, number }, notBefore: sql`clock_timestamp()` })
    .where(and(row, isHeldBack))
    .returning({ number: outbox.number });
  return emptied.length > 0;
}
