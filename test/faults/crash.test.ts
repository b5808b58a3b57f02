import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { asc, eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OutboxRelay } from '../../activities/outbox-relay.ts';
import { BallotSecrets } from '../../api/ballot-box.ts';
import { withdrawDossier } from '../../api/commands/dossiers/withdraw-dossier.ts';
import { completeTask } from '../../api/commands/tasks/complete-task.ts';
import type { CommandContext } from '../../api/context.ts';
import { loadActor } from '../../api/policies/actor.ts';
import { appendEvent } from '../../db/outbox.ts';
import {
  dossiers,
  instanceSteps,
  outbox,
  processDefinitions,
  processInstances,
  tasks,
} from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { apply } from '../../engine/apply.ts';
import { compile } from '../../engine/compile.ts';
import { start } from '../../engine/start.ts';
import type { EngineEvent, State } from '../../engine/types.ts';
import { ballotSecret } from '../ballot-secret.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { runningDossier } from '../fixtures/running-dossier.ts';
import { seededRandom } from '../random.ts';
import { startTestTemporal, type TestTemporal } from '../temporal.ts';
import { startWorkerChild } from '../worker-child.ts';

/** Dossiers, each with its own timing; 200 in `npm run faults`. */
const seeds = Number(process.env.FAULT_SEEDS ?? 12);
/** One worker death in so many commits: a handful of deaths, each of which costs Temporal ten seconds to notice. */
const oneDeathIn = Math.max(15, seeds / 3);
const today = '2026-11-20';

let database: TestDatabase;
let temporal: TestTemporal;
let relay: OutboxRelay;
let worker: ChildProcess | undefined;
let deaths = 0;
let ending = false;

beforeAll(async () => {
  database = await createTestDatabase('seeded');
  temporal = await startTestTemporal();
  relay = new OutboxRelay({ db: database.db, client: temporal.client, log: pino({ level: 'silent' }) });
  await keepWorkerAlive();
});

afterAll(async () => {
  ending = true;
  worker?.kill('SIGKILL');
  await relay?.idle();
  await temporal?.stop();
  await database?.drop();
});

/** Starts a worker that dies now and then, and another one after each death. */
async function keepWorkerAlive(): Promise<void> {
  worker = await startWorkerChild({
    databaseUrl: database.url,
    temporalAddress: temporal.address,
    smtpUrl: null,
    publicUrl: 'http://localhost',
    death: { seed: deaths, oneIn: oneDeathIn },
  });
  worker.on('exit', () => {
    if (ending) return;
    deaths += 1;
    void keepWorkerAlive();
  });
}

async function contextOf(login: string): Promise<CommandContext> {
  const { db } = database;
  const actor = await loadActor(db, seedId('account', login), today);
  if (!actor) throw new Error(`no account ${login}`);
  const ballotSecrets = new BallotSecrets([ballotSecret]);
  return {
    db,
    actor,
    now: new Date(),
    today,
    deliver: (id) => void relay.deliver(id),
    ballotSecrets,
    announce: () => {},
  };
}

interface Race {
  seed: number;
  dossierId: string;
  instanceId: string;
  /** Acts that were acknowledged: task ids that were decided, and whether the withdrawal was. */
  decided: string[];
  withdrawn: boolean;
}

/** One dossier: its timers, a decision on whatever task is open, and a withdrawal come at moments the seed chooses. */
async function race(seed: number, definitionId: string): Promise<Race> {
  const { db } = database;
  const random = seededRandom(seed);
  const { dossierId, instanceId } = await runningDossier(db);
  await db.update(processInstances).set({ definitionId }).where(eq(processInstances.id, instanceId));
  const result: Race = { seed, dossierId, instanceId, decided: [], withdrawn: false };
  await db.transaction((tx) =>
    appendEvent(tx, {
      instanceId,
      accountId: null,
      event: {
        type: 'start',
        process: 'race',
        variables: { dossierId, patience: `PT${2 + Math.floor(random() * 4)}S` },
        calendar: { daysOff: [], workingDays: [] },
      },
    }),
  );
  await relay.deliver(instanceId);
  const [head, clerk] = await Promise.all([contextOf('head.bkhdt'), contextOf('clerk.tkth')]);
  const acts = [
    ...Array.from({ length: 2 }, () => async () => {
      const [task] = (await db.select().from(tasks).where(eq(tasks.instanceId, instanceId))).filter(
        (t) => t.status === 'open',
      );
      if (!task) return;
      await completeTask(head, { taskId: task.id, version: task.version, verdict: 'approve' });
      result.decided.push(task.id);
    }),
    async () => {
      if (random() < 0.4) return;
      await withdrawDossier(clerk, { dossierId, reason: 'Đơn vị rút hồ sơ' });
      result.withdrawn = true;
    },
  ];
  await Promise.all(
    acts.map(async (act) => {
      const moment = AbortSignal.timeout(200 + Math.floor(random() * 8000));
      await once(moment, 'abort');
      // A refusal (the task was done, the instance had ended) is an answer too: it promises nothing.
      await act().catch((error: unknown) => {
        if (!(error instanceof Error) || !('code' in error)) throw error;
      });
    }),
  );
  return result;
}

/** The state that the committed steps add up to. */
async function replayed(
  instanceId: string,
  graph: Awaited<ReturnType<typeof compile>>['graph'],
): Promise<State> {
  const steps = await database.db
    .select()
    .from(instanceSteps)
    .where(eq(instanceSteps.instanceId, instanceId))
    .orderBy(asc(instanceSteps.step));
  const [first, ...rest] = steps;
  if (first?.event.type !== 'start') throw new Error('the first step starts the instance');
  let { state } = start(graph, first.event, first.now.toISOString());
  for (const { event, now } of rest) ({ state } = apply(graph, state, event, now.toISOString()));
  return state;
}

const countOf = (events: EngineEvent[], number: number) =>
  events.filter((event) => event.number === number).length;

test(`workers die between a step's commit and Temporal's knowledge of it, ${seeds} seeds: nothing acknowledged is lost or applied twice`, {
  timeout: 120_000 + seeds * 6_000,
}, async () => {
  const { db } = database;
  const xml = await readFile(new URL('./race.bpmn', import.meta.url), 'utf8');
  const { graph, problems } = await compile({ 'race.bpmn': xml });
  expect(problems).toEqual([]);
  const definitionId = randomUUID();
  await db.insert(processDefinitions).values({
    id: definitionId,
    processId: 'race',
    version: 1,
    hash: graph.hash,
    resources: { 'race.bpmn': xml },
    graph,
  });

  const races = await Promise.all(Array.from({ length: seeds }, (_, seed) => race(seed, definitionId)));
  await Promise.all(races.map(({ instanceId }) => temporal.client.workflow.getHandle(instanceId).result()));
  await relay.idle();

  for (const { seed, instanceId, dossierId, decided, withdrawn } of races) {
    const about = `seed ${seed}`;
    const [instance] = await db.select().from(processInstances).where(eq(processInstances.id, instanceId));
    const rows = await db
      .select()
      .from(outbox)
      .where(eq(outbox.instanceId, instanceId))
      .orderBy(asc(outbox.number));
    const events = (
      await db.select().from(instanceSteps).where(eq(instanceSteps.instanceId, instanceId))
    ).map((s) => s.event);

    // Temporal and PostgreSQL agree: the workflow ended, so did the row, and the committed steps add up to an end.
    expect(instance, about).toMatchObject({ status: 'ended', position: [] });
    expect((await replayed(instanceId, graph)).root, about).toBeNull();

    // The outbox has no gap, nothing is left on its way, and what was applied was applied once.
    expect(
      rows.map(({ number }) => number),
      about,
    ).toEqual(rows.map((_, i) => i));
    for (const { number, status } of rows) {
      expect(['applied', 'overtaken'], about).toContain(status);
      expect(countOf(events, number), about).toBeLessThanOrEqual(1);
      if (status === 'applied') expect(countOf(events, number), about).toBe(1);
    }

    // Every acknowledged decision stands, or is marked overtaken; none vanished.
    for (const taskId of decided) {
      const [task] = await db.select().from(tasks).where(eq(tasks.id, taskId));
      expect(['done', 'overtaken'], about).toContain(task?.status);
      const row = rows.find(({ number }) => number === task?.outboxNumber);
      expect(row?.status, about).toBe(task?.status === 'done' ? 'applied' : 'overtaken');
    }
    const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, dossierId));
    const withdrawal = rows.find(({ event }) => event.type === 'message');
    expect(withdrawal !== undefined, about).toBe(withdrawn);
    if (withdrawal?.status === 'applied') expect(dossier?.status, about).toBe('withdrawn');
  }
  expect(deaths).toBeGreaterThan(0);
  console.log(`${seeds} dossiers, ${deaths} worker deaths`);
});
