import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { and, eq, inArray } from 'drizzle-orm';
import { pino } from 'pino';
import { OutboxRelay } from '../activities/outbox-relay.ts';
import type { Database } from '../db/client.ts';
import { appendEvent } from '../db/outbox.ts';
import { processInstances, tasks } from '../db/schema/index.ts';
import { seedId } from '../db/seed/seed-id.ts';
import { startWorkerChild } from '../test/worker-child.ts';
import { workflowBundle } from '../test/workflow-bundle.ts';
import { humanSteps } from './five-steps.ts';
import { deployFiveSteps, startFiveSteps } from './five-steps-dossiers.ts';
import { median, startServers } from './servers.ts';

const dossiersPerRound = 48;
const clients = 12;
const rounds = 3;
const head = seedId('account', 'head.bkhdt');

/**
 * Dossiers per second through five human steps: the interpreter against the same process written by hand, with the same
 * activities, database, server and load, in turns.
 */
async function throughput() {
  const servers = await startServers();
  const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-bench-'));
  try {
    const { db } = servers.database;
    const definitionId = await deployFiveSteps(db);
    const handWritten = join(folder, 'hand-written.js');
    const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));
    const { code } = await bundleWorkflowCode({
      workflowsPath: pathOf('./hand-written/index.ts'),
      preloadModules: [pathOf('../workflows/stack-traces.ts')],
    });
    await writeFile(handWritten, code);
    const { codePath: interpreted } = await workflowBundle();
    const perSecond: Record<'interpreted' | 'handWritten', number[]> = { interpreted: [], handWritten: [] };
    // The first round of each warms caches and is not counted.
    for (let round = 0; round <= rounds; round++) {
      for (const [name, codePath] of [
        ['interpreted', interpreted],
        ['handWritten', handWritten],
      ] as const) {
        const rate = await run(servers, definitionId, codePath);
        if (round > 0) perSecond[name].push(rate);
      }
    }
    const [mine, reference] = [median(perSecond.interpreted), median(perSecond.handWritten)];
    return { dossiersPerSecond: mine, reference, ratio: mine / reference, runs: perSecond };
  } finally {
    await servers.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(
  servers: Awaited<ReturnType<typeof startServers>>,
  definitionId: string,
  codePath: string,
): Promise<number> {
  const { database, temporal } = servers;
  const { db } = database;
  const worker = await startWorkerChild({
    databaseUrl: database.url,
    temporalAddress: temporal.address,
    smtpUrl: null,
    publicUrl: 'http://localhost',
    codePath,
  });
  const relay = new OutboxRelay({ db, client: temporal.client, log: pino({ level: 'error' }) });
  const instances = await Promise.all(
    Array.from({ length: dossiersPerRound }, () => startFiveSteps(db, definitionId)),
  );
  const waiting = [...instances];
  const opened = watchTasks(db, instances);
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let instance = waiting.shift(); instance; instance = waiting.shift()) {
        await relay.deliver(instance);
        for (let n = 1; n <= humanSteps; n++)
          await decide(db, relay, instance, await opened.next(instance, n));
        await opened.end(instance);
      }
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  await opened.stop();
  worker.kill('SIGTERM');
  await new Promise((ended) => worker.once('exit', ended));
  await relay.idle();
  return dossiersPerRound / seconds;
}

/** Looks at all instances at once every few milliseconds, so that waiting costs both sides the same. */
function watchTasks(db: Database, instances: string[]) {
  const open = new Map<string, { id: string; visit: string; element: string }>();
  const ended = new Set<string>();
  let running = true;
  const watching = (async () => {
    while (running) {
      const rows = await db
        .select({ instanceId: tasks.instanceId, id: tasks.id, visit: tasks.visit, element: tasks.element })
        .from(tasks)
        .where(and(inArray(tasks.instanceId, instances), eq(tasks.status, 'open')));
      for (const { instanceId, ...task } of rows) open.set(instanceId, task);
      const done = await db
        .select({ id: processInstances.id })
        .from(processInstances)
        .where(and(inArray(processInstances.id, instances), eq(processInstances.status, 'ended')));
      for (const { id } of done) ended.add(id);
      await delay(10);
    }
  })();
  return {
    async next(instanceId: string, n: number) {
      for (;;) {
        const task = open.get(instanceId);
        if (task?.element === `step-${n}`) return task;
        await delay(5);
      }
    },
    async end(instanceId: string) {
      while (!ended.has(instanceId)) await delay(5);
    },
    async stop() {
      running = false;
      await watching;
    },
  };
}

async function decide(
  db: Database,
  relay: OutboxRelay,
  instanceId: string,
  task: { id: string; visit: string },
) {
  await db.transaction(async (tx) => {
    const event = { type: 'taskCompleted' as const, visit: task.visit, variables: { verdict: 'approve' } };
    const number = await appendEvent(tx, { instanceId, event, accountId: head });
    await tx
      .update(tasks)
      .set({
        status: 'done',
        verdict: 'approve',
        decidedBy: head,
        decidedAt: new Date(),
        outboxNumber: number,
      })
      .where(eq(tasks.id, task.id));
  });
  void relay.deliver(instanceId);
}

console.log(JSON.stringify({ benchmark: 'throughput', ...(await throughput()) }));
