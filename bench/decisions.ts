import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { and, inArray, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { OutboxRelay } from '../activities/outbox-relay.ts';
import { ApiClient } from '../cli/demo/api-client.ts';
import { projectDir } from '../cli/environment.ts';
import { waitUntil } from '../cli/runtime/poll.ts';
import { freePort } from '../cli/runtime/ports.ts';
import { createProcessGroup } from '../cli/runtime/processes.ts';
import { startWorkerProgram } from '../cli/runtime/worker-program.ts';
import { outbox } from '../db/schema/index.ts';
import { demoPassword } from '../db/seed/accounts.ts';
import { deployFiveSteps, startFiveSteps } from './five-steps-dossiers.ts';
import { processorSeconds, residentMegabytes } from './process-figures.ts';
import { median, percentile, startServers } from './servers.ts';

const perSecond = 40;
const seconds = 30;
const dossiers = 320;

/**
 * How soon a decision is acknowledged over HTTP (login, permission, one transaction) when decisions arrive at a fixed
 * rate whether or not earlier ones are answered, with API, worker, Temporal and PostgreSQL on this machine; and how soon
 * after that the next task is open. Milliseconds.
 */
async function decisions() {
  const servers = await startServers();
  const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-bench-'));
  const group = createProcessGroup();
  const { database, temporal } = servers;
  const { db } = database;
  try {
    const port = await freePort();
    const env = {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporal.address,
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
    };
    const api = await group.start({
      name: 'api',
      command: process.execPath,
      args: [join(projectDir, 'cli/api.ts')],
      env,
      logFile: join(folder, 'api.log'),
    });
    const worker = await startWorkerProgram(group, {
      env,
      logFile: join(folder, 'worker.log'),
      temporalAddress: temporal.address,
      namespace: 'default',
    });
    const client = new ApiClient(`http://127.0.0.1:${port}`);
    await waitUntil(() => client.logIn('head.bkhdt', demoPassword), { timeoutMs: 30_000 });

    const relay = new OutboxRelay({ db, client: temporal.client, log: pino({ level: 'error' }) });
    const definitionId = await deployFiveSteps(db);
    const instances: string[] = [];
    for (let n = 0; n < dossiers; n++) instances.push(await startFiveSteps(db, definitionId));
    await Promise.all(instances.map((instance) => relay.deliver(instance)));
    await waitUntil(
      async () => {
        if ((await openTasks(instances)).length < dossiers) throw new Error('not all open yet');
      },
      { timeoutMs: 120_000 },
    );

    const acknowledged: number[] = [];
    const nextTask: number[] = [];
    const refused: string[] = [];
    const waiting = await openTasks(instances);
    const decidedAt = new Map<string, number>();
    let watching = true;
    const used = { api: api.pid, worker: worker.pid, ...servers.pids };
    const before = processorSeconds(used);
    const watch = (async () => {
      const seen = new Set(waiting.map(({ id }) => id));
      while (watching) {
        for (const task of await openTasks(instances)) {
          if (seen.has(task.id)) continue;
          seen.add(task.id);
          nextTask.push(performance.now() - (decidedAt.get(task.instanceId) ?? Number.NaN));
          waiting.push(task);
        }
        await delay(50);
      }
    })();
    const from = performance.now();
    const answers: Promise<void>[] = [];
    for (let n = 0; n < perSecond * seconds; n++) {
      const due = from + (n * 1000) / perSecond;
      await delay(Math.max(0, due - performance.now()));
      const task = waiting.shift();
      if (!task) continue;
      answers.push(
        client
          .post(`/api/tasks/${task.id}/complete`, { version: task.version, verdict: 'approve' })
          .then(({ status, body }) => {
            if (status !== 200) refused.push(JSON.stringify(body));
            acknowledged.push(performance.now() - due);
            decidedAt.set(task.instanceId, performance.now());
          }),
      );
    }
    await Promise.all(answers);
    const [backlog] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(outbox)
      .where(and(inArray(outbox.instanceId, instances), inArray(outbox.status, ['pending', 'delivered'])));
    const after = processorSeconds(used);
    await delay(3000);
    watching = false;
    await watch;
    return {
      arrivalsPerSecond: perSecond,
      decisions: acknowledged.length,
      refused: refused.length,
      acknowledgedP50: median(acknowledged),
      acknowledgedP95: percentile(acknowledged, 95),
      nextTaskP50: median(nextTask),
      nextTaskP95: percentile(nextTask, 95),
      backlogAtEnd: backlog?.count ?? 0,
      processorMillisecondsPerDecision: Object.fromEntries(
        Object.entries(after).map(([name, seconds]) => [
          name,
          ((seconds - (before[name] ?? 0)) * 1000) / acknowledged.length,
        ]),
      ),
      workerResidentMegabytes: residentMegabytes(worker.pid),
    };
  } finally {
    await group.stopAll();
    await servers.stop();
    await rm(folder, { recursive: true, force: true });
  }

  /** Straight from the driver: who asks twenty times a second should not be what is measured. */
  async function openTasks(instances: string[]): Promise<OpenTask[]> {
    const { rows } = await db.$client.query<OpenTask>({
      name: 'open-tasks',
      text: `select id, instance_id as "instanceId", version from tasks where status = 'open' and instance_id = any($1)`,
      values: [instances],
    });
    return rows;
  }
}

interface OpenTask {
  id: string;
  instanceId: string;
  version: number;
}

console.log(JSON.stringify({ benchmark: 'decisions', ...(await decisions()) }));
