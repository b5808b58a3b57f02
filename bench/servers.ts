import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../cli/runtime/postgres.ts';
import { createProcessGroup } from '../cli/runtime/processes.ts';
import { createTestDatabase } from '../test/database.ts';
import { startTestTemporal } from '../test/temporal.ts';

/** PostgreSQL as production runs it (every commit reaches the disk), with a seeded database. */
export async function startDatabase() {
  const dir = await mkdtemp(join(tmpdir(), 'vinhdanh-bench-'));
  const group = createProcessGroup();
  const postgres = await startPostgres({
    group,
    dir: join(dir, 'postgres'),
    logFile: join(dir, 'postgres.log'),
    durable: true,
  });
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
  const database = await createTestDatabase('seeded');
  return {
    database,
    pid: postgres.process.pid,
    async stop() {
      await database.drop();
      await group.stopAll();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The servers of one benchmark: that database and Temporal. */
export async function startServers() {
  const { database, pid, stop } = await startDatabase();
  const temporal = await startTestTemporal();
  return {
    database,
    temporal,
    pids: { postgres: pid, temporal: temporal.pid },
    async stop() {
      await temporal.stop();
      await stop();
    },
  };
}

export function median(values: number[]): number {
  return percentile(values, 50);
}

/** Value that `p` percent of the values do not exceed (nearest rank). */
export function percentile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}
