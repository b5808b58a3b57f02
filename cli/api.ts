import { once } from 'node:events';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { OutboxRelay } from '../activities/outbox-relay.ts';
import { repeat } from '../activities/repeat.ts';
import { createApp } from '../api/app.ts';
import { BallotSecrets } from '../api/ballot-box.ts';
import { openDatabase } from '../db/client.ts';
import { readServiceEnvironment } from './environment.ts';
import { assertDatabaseUsable } from './runtime/database-check.ts';
import { runMain } from './runtime/main.ts';
import { webDir } from './runtime/pages.ts';
import { assertPortFree } from './runtime/ports.ts';
import { secretOfFile } from './runtime/secret-file.ts';
import { listenForStop } from './runtime/stop-signal.ts';

/** How often outbox rows are looked for that nobody has delivered. */
const relayEveryMs = 1_000;

/**
 * Serves the API and the pages. Temporal need not be there: what people do is kept in the database and delivered
 * when it is.
 */
await runMain(async () => {
  const environment = readServiceEnvironment(process.env);
  const { port, host, mailDir, dataDir } = environment;
  await assertPortFree(port, host);
  await assertDatabaseUsable(environment.databaseUrl);

  const stop = listenForStop(() => process.exit(1));
  const log = pino({ name: 'api', level: environment.logLevel });
  const db = openDatabase(environment.databaseUrl, { max: 20 });
  const connection = Connection.lazy({ address: environment.temporalAddress });
  const client = new Client({ connection, namespace: environment.temporalNamespace });
  const relay = new OutboxRelay({ db, client, log });
  const app = createApp({
    db,
    deliver: (instanceId) => relay.deliver(instanceId),
    now: () => new Date(),
    sessionSecret: environment.sessionSecret ?? (await secretOfFile(dataDir, 'session-secret')),
    ballotSecrets: new BallotSecrets(
      environment.ballotSecrets ?? [await secretOfFile(dataDir, 'ballot-secret')],
    ),
    publicUrl: environment.publicUrl,
    log,
    webDir,
    ...(mailDir === null ? {} : { mailDir }),
    temporalReachable: () => isServing(connection),
  });
  const server = app.listen(port, host);
  await once(server, 'listening');
  log.info({ port, host }, 'listening');
  const stopRelay = repeat(relayEveryMs, () => relay.deliverLeftovers(), log);

  try {
    await stop.wish;
  } finally {
    const closed = once(server, 'close');
    server.close();
    // Browsers keep connections open; an answer under way gets a moment to arrive.
    setTimeout(() => server.closeAllConnections(), 3_000).unref();
    await closed;
    await stopRelay();
    await relay.idle();
    await connection.close();
    await db.$client.end();
  }
});

async function isServing(connection: Connection): Promise<boolean> {
  try {
    await connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.getSystemInfo({}));
    return true;
  } catch {
    return false;
  }
}
