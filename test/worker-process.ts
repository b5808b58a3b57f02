import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { commitStep, type ProposedStep } from '../activities/commit/commit-step.ts';
import { logTemporalTo } from '../activities/temporal-log.ts';
import { startWorker } from '../activities/worker.ts';
import { BallotSecrets } from '../api/ballot-box.ts';
import { closeByClock } from '../api/commands/councils/close-session.ts';
import { openDatabase } from '../db/client.ts';
import { ballotSecret } from './ballot-secret.ts';
import { seededRandom } from './random.ts';

export interface WorkerProcessOptions {
  databaseUrl: string;
  temporalAddress: string;
  /** File of the bundled workflows. */
  codePath: string;
  smtpUrl: string | null;
  publicUrl: string;
  /**
   * Makes the worker kill itself, as a power cut would, right after a step has committed and before Temporal hears of
   * it: once in so many commits, at moments that the seed chooses.
   */
  death: { seed: number; oneIn: number } | null;
}

/** Program of its own: a real worker that a test can kill. Says `ready` to its parent and ends with it. */
const options: WorkerProcessOptions = JSON.parse(process.argv[2] ?? '');
const log = pino({ level: 'warn' }, pino.destination(2));
logTemporalTo(log);
const db = openDatabase(options.databaseUrl);
const connection = await NativeConnection.connect({ address: options.temporalAddress });
const random = seededRandom(options.death?.seed ?? 0);
const worker = await startWorker({
  db,
  connection,
  namespace: 'default',
  closeSession: (sessionId) =>
    closeByClock({ db, ballotSecrets: new BallotSecrets([ballotSecret]), now: new Date() }, sessionId),
  mail: { smtpUrl: options.smtpUrl, from: 'Vinh Danh <test@localhost>', publicUrl: options.publicUrl },
  log,
  bundle: { codePath: options.codePath },
  activities: {
    commitStep: async (step: ProposedStep) => {
      const answer = await commitStep(db, step);
      if (options.death && random() * options.death.oneIn < 1) process.kill(process.pid, 'SIGKILL');
      return answer;
    },
  },
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
process.send?.('ready');
await worker.finished;
