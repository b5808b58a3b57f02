import { setTimeout as delay } from 'node:timers/promises';
import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { and, eq, inArray, lt, not, type SQL, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Database } from '../db/client.ts';
import { allEvents, isHeldBack, pendingEvents } from '../db/outbox.ts';
import { outbox, processInstances } from '../db/schema/index.ts';
import type { EngineEvent } from '../engine/types.ts';

/** Task queue that the workers of this package serve. */
export const taskQueue = 'vinhdanh';

/** Less than after what time a delivery counts as left over. */
const noteAfterMs = 100;

export interface RelayOptions {
  db: Database;
  client: Client;
  log: Logger;
}

/**
 * Carries outbox rows to Temporal: at once when asked, and later whatever was left. Delivering a row twice
 * is harmless, because the workflow takes only the number after the last one it applied.
 */
export class OutboxRelay {
  readonly #options: RelayOptions;
  /** Deliveries under way by instance; `again` asks for another round when the present one is done. */
  readonly #running = new Map<string, { done: Promise<void>; again: boolean }>();
  /** Number of the last event that Temporal has accepted, by instance, until the database knows it. */
  readonly #accepted = new Map<string, number>();
  #noting: Promise<void> | undefined;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  /** Delivers what waits for an instance. Calls for one instance never overlap. Failures are logged; the loop tries again. */
  deliver(instanceId: string): Promise<void> {
    const running = this.#running.get(instanceId);
    if (running) {
      running.again = true;
      return running.done;
    }
    const entry = { done: Promise.resolve(), again: true };
    entry.done = this.#rounds(instanceId, entry).finally(() => this.#running.delete(instanceId));
    this.#running.set(instanceId, entry);
    return entry.done;
  }

  async #rounds(instanceId: string, entry: { again: boolean }): Promise<void> {
    while (entry.again) {
      entry.again = false;
      try {
        await this.#deliverPending(instanceId);
      } catch (error) {
        this.#options.log.warn({ instanceId, error }, 'outbox rows not delivered yet');
      }
    }
  }

  async #deliverPending(instanceId: string): Promise<void> {
    const pending = await pendingEvents(this.#options.db, instanceId);
    const accepted = this.#accepted.get(instanceId) ?? -1;
    const events = pending.filter(({ number = 0 }) => number > accepted);
    const last = events.at(-1)?.number;
    if (last === undefined) return;
    if (events[0]?.number === 0) await this.#start(instanceId, events);
    else await this.#signal(instanceId, events);
    this.#accepted.set(instanceId, last);
    this.#noting ??= this.#noteAccepted();
  }

  /** Notes deliveries together: one a statement each would cost as much as the deliveries. What fails here is delivered again. */
  async #noteAccepted(): Promise<void> {
    await delay(noteAfterMs);
    this.#noting = undefined;
    const accepted = [...this.#accepted];
    const ids = `{${accepted.map(([id]) => id).join(',')}}`;
    const numbers = `{${accepted.map(([, number]) => number).join(',')}}`;
    try {
      await this.#options.db.execute(sql`
        update ${outbox} set status = 'delivered', delivered_at = now()
        from unnest(${ids}::uuid[], ${numbers}::int[]) as accepted(instance_id, number)
        where outbox.instance_id = accepted.instance_id and outbox.number <= accepted.number
          and outbox.status = 'pending'`);
    } catch (error) {
      this.#options.log.warn({ error }, 'deliveries not noted; they will be repeated');
    }
    for (const [id, number] of accepted) if (this.#accepted.get(id) === number) this.#accepted.delete(id);
  }

  async #start(instanceId: string, events: EngineEvent[]): Promise<void> {
    try {
      await this.#options.client.workflow.start('processInstance', {
        workflowId: instanceId,
        taskQueue,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        args: [{ instanceId, state: null, step: 0, applied: -1, queue: events, nextTimer: null }],
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      await this.#signal(instanceId, events);
    }
  }

  async #signal(instanceId: string, events: EngineEvent[]): Promise<void> {
    const workflow = this.#options.client.workflow.getHandle(instanceId);
    try {
      await workflow.signal('deliver', events);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await this.#restore(instanceId);
    }
  }

  /**
   * Temporal has lost a workflow that PostgreSQL says is running (its store was replaced). A new one is started with every
   * event there was: each step it tries is answered with what was committed, until it stands where the old one stood.
   */
  async #restore(instanceId: string): Promise<void> {
    const { db, client, log } = this.#options;
    log.error({ instanceId }, 'Temporal does not know a running instance: restoring it from PostgreSQL');
    const queue = await allEvents(db, instanceId);
    await client.workflow.start('processInstance', {
      workflowId: instanceId,
      taskQueue,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      args: [{ instanceId, state: null, step: 0, applied: -1, queue, nextTimer: null }],
    });
  }

  /** Delivers what nobody delivered within a second: the process that wrote it died, or Temporal was away. */
  async deliverLeftovers(): Promise<void> {
    const waiting = await this.#options.db
      .selectDistinct({ instanceId: outbox.instanceId })
      .from(outbox)
      .where(
        and(
          eq(outbox.status, 'pending'),
          sql`${outbox.createdAt} < now() - interval '1 second'`,
          not(isHeldBack),
        ),
      )
      .limit(200);
    await Promise.all(waiting.map(({ instanceId }) => this.deliver(instanceId)));
  }

  /**
   * Lets what was delivered minutes ago and has not been applied since count as not delivered: Temporal's store may have
   * lost its last transactions, or been put back to an earlier day. What only waits its turn comes twice, which is harmless.
   */
  async deliverAnew(): Promise<void> {
    await this.#options.db.execute(sql`
      update ${outbox} set status = 'pending'
      from ${processInstances} as instance
      where instance.status = 'running' and instance.applied_number < instance.next_number - 1
        and outbox.instance_id = instance.id and outbox.number > instance.applied_number
        and outbox.status = 'delivered' and outbox.delivered_at < now() - interval '5 minutes'`);
  }

  /**
   * Starts every running instance again that Temporal does not know. Those for which an event comes are found by that
   * (`#restore`); the others would never hear their timers.
   */
  async restoreLost(): Promise<void> {
    const { db, client } = this.#options;
    const isRunning = eq(processInstances.status, 'running');
    const settled = lt(processInstances.startedAt, sql`now() - interval '1 minute'`);
    const ids = (condition: SQL | undefined) =>
      db.select({ id: processInstances.id }).from(processInstances).where(condition);
    const missing = new Set((await ids(and(isRunning, settled))).map(({ id }) => id));
    const open = `WorkflowType = 'processInstance' AND ExecutionStatus = 'Running'`;
    for await (const { workflowId } of client.workflow.list({ query: open })) missing.delete(workflowId);
    if (missing.size === 0) return;
    // Those that have ended meanwhile are not missed.
    for (const { id } of await ids(and(isRunning, inArray(processInstances.id, [...missing]))))
      await this.#signal(id, []);
  }

  /** Waits for deliveries under way and for the note of them. */
  async idle(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ done }) => done));
    await this.#noting;
  }
}
