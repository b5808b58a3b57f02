import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { logTemporalTo } from '../activities/temporal-log.ts';
import { startWorker } from '../activities/worker.ts';
import { BallotSecrets } from '../api/ballot-box.ts';
import { closeByClock } from '../api/commands/councils/close-session.ts';
import { openDatabase } from '../db/client.ts';
import { readServiceEnvironment } from './environment.ts';
import { assertDatabaseUsable } from './runtime/database-check.ts';
import { runMain } from './runtime/main.ts';
import { secretOfFile } from './runtime/secret-file.ts';
import { listenForStop } from './runtime/stop-signal.ts';
import { assertTemporalReachable } from './runtime/temporal-server.ts';

/** `vinhdanh worker`: runs workflows and activities until it is told to stop. Start as many as needed. */
await runMain(async () => {
  const environment = readServiceEnvironment(process.env);
  const stop = listenForStop(() => process.exit(1));
  await assertDatabaseUsable(environment.databaseUrl);
  const log = pino({ name: 'worker', level: environment.logLevel });
  logTemporalTo(log);
  const db = openDatabase(environment.databaseUrl, { max: 20 });
  const ballotSecrets = new BallotSecrets(
    environment.ballotSecrets ?? [await secretOfFile(environment.dataDir, 'ballot-secret')],
  );
  await assertTemporalReachable(environment.temporalAddress, environment.temporalNamespace);
  const connection = await NativeConnection.connect({ address: environment.temporalAddress });
  const worker = await startWorker({
    db,
    connection,
    namespace: environment.temporalNamespace,
    closeSession: (sessionId) => closeByClock({ db, ballotSecrets, now: new Date() }, sessionId),
    mail: { smtpUrl: environment.smtpUrl, from: environment.mailFrom, publicUrl: environment.publicUrl },
    log,
  });
  log.info('worker ready');
  try {
    await Promise.race([worker.finished, stop.wish]);
  } finally {
    await worker.stop();
    await connection.close();
    await db.$client.end();
  }
});
