import { join } from 'node:path';
import { type Environment, redactPassword } from '../environment.ts';
import type { DataDir } from './data-dir.ts';
import { assertDatabaseUsable } from './database-check.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';
import type { ProcessGroup } from './processes.ts';
import type { Progress } from './progress.ts';
import { findTemporalBinary } from './temporal-binary.ts';
import { assertTemporalReachable, startTemporal } from './temporal-server.ts';

/** What a server is brought up with. */
type Setting = { environment: Environment; dataDir: DataDir; group: ProcessGroup; progress: Progress };

/**
 * Checks the servers somebody else runs, before anything is started.
 * @throws {StartError} saying what to do about the one that does not serve.
 */
export async function checkGivenServers({ environment, progress }: Setting): Promise<void> {
  const { databaseUrl, temporalAddress, temporalNamespace } = environment;
  if (databaseUrl !== null) {
    await progress.during(`PostgreSQL at ${redactPassword(databaseUrl)}`, () =>
      assertDatabaseUsable(databaseUrl, { toMigrate: true }),
    );
  }
  if (temporalAddress !== null) {
    await progress.during(`Temporal at ${temporalAddress}`, () =>
      assertTemporalReachable(temporalAddress, temporalNamespace),
    );
  }
}

/**
 * The PostgreSQL to use: the one of DATABASE_URL, or an embedded one, started.
 * @returns its connection string.
 * @throws {StartError} when it cannot be started.
 */
export async function provideDatabase({ environment, dataDir, group, progress }: Setting): Promise<string> {
  if (environment.databaseUrl !== null) return environment.databaseUrl;
  return progress.during('Starting PostgreSQL', async () => {
    const server = await startPostgres({
      group,
      dir: await dataDir.folder('postgres'),
      logFile: join(await dataDir.folder('logs'), 'postgres.log'),
      durable: true,
    });
    await ensureDatabase(server, 'vinhdanh');
    return server.url('vinhdanh');
  });
}

/**
 * The Temporal server to use: the one of TEMPORAL_ADDRESS, or a development server, started.
 * @returns its address, `host:port`.
 * @throws {StartError} when it cannot be had or started.
 */
export async function provideTemporal({ environment, dataDir, group, progress }: Setting): Promise<string> {
  if (environment.temporalAddress !== null) return environment.temporalAddress;
  return progress.during('Starting Temporal', async (report) => {
    const server = await startTemporal({
      group,
      binary: await findTemporalBinary({ binDir: await dataDir.folder('bin'), report }),
      databaseFile: join(await dataDir.folder('temporal'), 'temporal.db'),
      namespace: environment.temporalNamespace,
      logFile: join(await dataDir.folder('logs'), 'temporal.log'),
    });
    return server.address;
  });
}
