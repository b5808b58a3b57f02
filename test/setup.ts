import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../cli/environment.ts';
import { startPostgres } from '../cli/runtime/postgres.ts';
import { createProcessGroup } from '../cli/runtime/processes.ts';
import { findTemporalBinary } from '../cli/runtime/temporal-binary.ts';

/**
 * Vitest's globalSetup of the tests that need servers: the same PostgreSQL as `npm start`, but forgetting, which the tests
 * find in `TEST_DATABASE_URL` (an account that may create databases; where it is set already, that server is used
 * instead), and the Temporal program, of which each file starts a server of its own (`temporal.ts`).
 */
export default async function setup(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'vinhdanh-test-'));
  const group = createProcessGroup();
  const end = async () => {
    await group.stopAll();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await Promise.all([startDatabase(), fetchTemporal()]);
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

  /** Fetched once, before the files that start a Temporal server each ask for it at the same time. */
  async function fetchTemporal(): Promise<void> {
    await findTemporalBinary({
      binDir: join(readEnvironment(process.env).dataDir, 'bin'),
      report: (progress) => console.log(`Temporal: ${progress}`),
    });
  }
}
