import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startMailSink } from '../activities/mail-sink.ts';
import { OutboxRelay } from '../activities/outbox-relay.ts';
import { repeat } from '../activities/repeat.ts';
import { createApp } from '../api/app.ts';
import { BallotSecrets } from '../api/ballot-box.ts';
import { ballotSecret } from './ballot-secret.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { startTestTemporal, type TestTemporal } from './temporal.ts';
import { startWorkerChild } from './worker-child.ts';

/** Everything that runs in production, for one test file: API, worker in a process of its own, Temporal, PostgreSQL, mail. */
export interface Stack extends AsyncDisposable {
  baseUrl: string;
  database: TestDatabase;
  temporal: TestTemporal;
  relay: OutboxRelay;
  /** Folder of the mails that were sent. */
  mailDir: string;
  /** Ends the worker as a power cut would. */
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Folder of built pages to serve. */
  webDir?: string;
  /** Clock of the API. */
  now?: () => Date;
  /** Makes its database; a freshly seeded one unless told otherwise. */
  makeDatabase?: () => Promise<TestDatabase>;
}

/** Starts a stack over a database of its own. */
export async function startStack({
  webDir,
  now = () => new Date(),
  makeDatabase = () => createTestDatabase('seeded'),
}: StackOptions = {}): Promise<Stack> {
  const mailDir = await mkdtemp(join(tmpdir(), 'vinhdanh-mail-'));
  const [database, temporal, sink] = await Promise.all([
    makeDatabase(),
    startTestTemporal(),
    startMailSink({ port: 0, dir: mailDir }),
  ]);
  const log = pino({ level: 'error' }, pino.destination(2));
  const relay = new OutboxRelay({ db: database.db, client: temporal.client, log });
  const stopRelay = repeat(500, () => relay.deliverLeftovers(), log);
  const app = createApp({
    db: database.db,
    deliver: (instanceId) => relay.deliver(instanceId),
    now,
    sessionSecret: 'a secret of tests, long enough to be one',
    ballotSecrets: new BallotSecrets([ballotSecret]),
    log,
    mailDir,
    temporalReachable: async () => true,
    checkAnswers: true,
    ...(webDir === undefined ? {} : { webDir }),
  });
  const server: Server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  let worker: ChildProcess | undefined;
  const stack: Stack = {
    baseUrl,
    database,
    temporal,
    relay,
    mailDir,
    async startWorker() {
      worker = await startWorkerChild({
        databaseUrl: database.url,
        temporalAddress: temporal.address,
        smtpUrl: `smtp://127.0.0.1:${sink.port}`,
        publicUrl: baseUrl,
      });
    },
    async killWorker() {
      if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
      const ended = once(worker, 'exit');
      worker.kill('SIGKILL');
      await ended;
    },
    async stop() {
      await stack.killWorker();
      await stopRelay();
      await relay.idle();
      server.closeAllConnections();
      server.close();
      await Promise.all([temporal.stop(), sink.close()]);
      await database.drop();
      await rm(mailDir, { recursive: true, force: true });
    },
    [Symbol.asyncDispose]: () => stack.stop(),
  };
  await stack.startWorker();
  return stack;
}
