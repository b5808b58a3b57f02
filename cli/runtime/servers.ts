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
 * The PostgreSQL to use: the one of DATABASE_URL, checked, or an embedded one, started.
 * @returns its connection string.
 * @throws {StartError} saying what to do about it.
 */
export async function provideDatabase({ environment, dataDir, group, progress }: Setting): Promise<string> {
  const given = environment.databaseUrl;
  if (given !== null) {
    await progress.during(`PostgreSQL at ${redactPassword(given)}`, () =>
      assertDatabaseUsable(given, { toMigrate: true }),
    );
    return given;
  }
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
 * The Temporal server to use: the one of TEMPORAL_ADDRESS, checked, or a development server, started.
 * @returns its address, `host:port`.
 * @throws {StartError} saying what to do about it.
 */
export async function provideTemporal({ environment, dataDir, group, progress }: Setting): Promise<string> {
  const { temporalAddress: given, temporalNamespace: namespace } = environment;
  if (given !== null) {
    await progress.during(`Temporal at ${given}`, () => assertTemporalReachable(given, namespace));
    return given;
  }
  return progress.during('Starting Temporal', async (report) => {
    const server = await startTemporal({
      group,
      binary: await findTemporalBinary({ binDir: await dataDir.folder('bin'), report }),
      databaseFile: join(await dataDir.folder('temporal'), 'temporal.db'),
      namespace,
      logFile: join(await dataDir.folder('logs'), 'temporal.log'),
    });
    return server.address;
  });
}
