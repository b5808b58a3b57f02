import { Client, ScheduleAlreadyRunning } from '@temporalio/client';
import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Database } from '../db/client.ts';
import { applyDueUnitChanges } from '../db/unit-changes.ts';
import { localDate } from '../engine/time/local-date.ts';
import { sealAudit } from './audit-sealer.ts';
import { carryCalendar } from './carry-calendar.ts';
import { carryPublications } from './carry-publications.ts';
import { forgetOrigins } from './forget-origins.ts';
import { type ActivityDependencies, createActivities } from './index.ts';
import { OutboxRelay, taskQueue } from './outbox-relay.ts';
import { repeat } from './repeat.ts';
import type { MailSettings } from './send-notices.ts';
import { bundleWorkflows } from './workflow-bundle.ts';

export interface WorkerOptions {
  db: Database;
  connection: NativeConnection;
  namespace: string;
  mail: MailSettings;
  /** Closes a session whose time is over; see `ActivityDependencies`. */
  closeSession: ActivityDependencies['closeSession'];
  log: Logger;
  /** Bundle made by `bundleWorkflows`; without it one is made, which takes some seconds. */
  bundle?: WorkflowBundleOption;
  /** Activities that take the place of the standard ones; for fault tests. */
  activities?: Partial<ReturnType<typeof createActivities>>;
}

/**
 * Starts a worker with everything that runs beside it: the relay of the outbox, the carriers of a changed calendar and
 * of what instances publish, the sealer of the audit log, changes of units whose day comes, and the schedule of leftover mails. `finished` settles when the worker ends; `stop` drains it.
 */
export async function startWorker(
  options: WorkerOptions,
): Promise<{ finished: Promise<void>; stop(): Promise<void> }> {
  const { db, connection, namespace, log } = options;
  const client = new Client({ connection, namespace });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: options.bundle ?? (await bundleWorkflows()),
    activities: { ...createActivities(options), ...options.activities },
    maxCachedWorkflows: 500,
  });
  const relay = new OutboxRelay({ db, client, log });
  const stopRelay = repeat(1000, () => relay.deliverLeftovers(), log);
  const stopDeliveringAnew = repeat(300_000, () => relay.deliverAnew(), log);
  const stopRestoring = repeat(300_000, () => relay.restoreLost(), log);
  const stopCalendar = repeat(
    1000,
    () => carryCalendar({ db, deliver: (instanceId) => relay.deliver(instanceId) }),
    log,
  );
  const stopPublications = repeat(
    1000,
    () => carryPublications({ db, deliver: (instanceId) => relay.deliver(instanceId) }),
    log,
  );
  const stopSealer = repeat(500, () => sealAudit(db), log);
  const stopForgetting = repeat(60_000, () => forgetOrigins(db, new Date()), log);
  const stopUnits = repeat(60_000, () => applyDueUnitChanges(db, dayOf(new Date())), log);
  await scheduleLeftoverMails(client);
  const finished = worker
    .run()
    .finally(() =>
      Promise.all([
        stopRelay(),
        stopDeliveringAnew(),
        stopRestoring(),
        stopCalendar(),
        stopPublications(),
        stopSealer(),
        stopForgetting(),
        stopUnits(),
        relay.idle(),
      ]),
    );
  return {
    finished: finished.then(() => undefined),
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await finished;
    },
  };
}

const dayOf = (now: Date) => ({ now, today: localDate(now.toISOString()) });

async function scheduleLeftoverMails(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: 'send-pending-notices',
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: 'SKIP' },
      action: {
        type: 'startWorkflow',
        workflowType: 'sendPendingNotices',
        taskQueue,
        workflowId: 'send-pending-notices',
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
