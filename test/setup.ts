import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../cli/environment.ts';
import { startPostgres } from '../cli/runtime/postgres.ts';
import { createProcessGroup } from '../cli/runtime/processes.ts';
import { findTemporalBinary } from '../cli/runtime/temporal-binary.ts';
import { startTemporal, timeSkipping } from '../cli/runtime/temporal-server.ts';

/**
 * Vitest's globalSetup of the tests that need servers: the same PostgreSQL and Temporal as `npm start`, but forgetting,
 * and with time skipping. The tests find them in `TEST_DATABASE_URL` (an account that may create databases) and
 * `TEST_TEMPORAL_ADDRESS`; where one is set already, that server is used instead.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'vinhdanh-test-'));
  const group = createProcessGroup();
  const end = async () => {
    await group.stopAll();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await Promise.all([startDatabase(), startWorkflowServer()]);
  } catch (error) {
    await end();
    throw error;
  }
  return end;

  async function startDatabase(): Promise<void> {
    if (process.env.TEST_DATABASE_URL) return;
    const server = await startPostgres({
      group,
      dir: join(dir, 'postgres'),
      logFile: join(dir, 'postgres.log'),
      durable: false,
    });
    process.env.TEST_DATABASE_URL = server.url('postgres');
  }

  async function startWorkflowServer(): Promise<void> {
    if (process.env.TEST_TEMPORAL_ADDRESS) return;
    const server = await startTemporal({
      group,
      binary: await findTemporalBinary({
        binDir: join(readEnvironment(process.env).dataDir, 'bin'),
        report: (progress) => console.log(`Temporal: ${progress}`),
      }),
      databaseFile: null,
      namespace: 'default',
      logFile: join(dir, 'temporal.log'),
      dynamicConfig: timeSkipping,
    });
    process.env.TEST_TEMPORAL_ADDRESS = server.address;
  }
}
