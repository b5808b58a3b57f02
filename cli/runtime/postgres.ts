import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { waitUntil } from './poll.ts';
import { freePort } from './ports.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { lastLine, type ManagedProcess, type ProcessGroup } from './processes.ts';
import { StartError } from './start-error.ts';
import { type Unprivileged, unprivileged } from './unprivileged.ts';

/** A PostgreSQL server of ours, listening on 127.0.0.1 only. */
export type PostgresServer = {
  process: ManagedProcess;
  /** Connection string of one of its databases. */
  url(database: string): string;
};

/** Recovery after a crash may take this long before the server answers. */
const readyWithinMs = 60_000;
const user = 'vinhdanh';

/** Safe to lose: for databases that live as long as a test run. */
const notDurable = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts PostgreSQL on the cluster in `dir` (made when it is not there yet) and waits until it answers.
 * @param options.durable false trades safety against a power cut for speed; only for tests.
 * @throws {StartError} `database_binary_missing` or `database_failed`.
 */
export async function startPostgres(options: {
  group: ProcessGroup;
  dir: string;
  logFile: string;
  durable: boolean;
}): Promise<PostgresServer> {
  const binaries = await findPostgresBinaries();
  const account = unprivileged();
  const cluster = join(options.dir, 'cluster');
  const passwordFile = join(options.dir, 'password');
  await mkdir(options.dir, { recursive: true });
  if (account.owner !== null) await chown(options.dir, account.owner.uid, account.owner.gid);
  if (!existsSync(cluster)) await createCluster(options, binaries.initdb, account, cluster, passwordFile);
  const password = await readFile(passwordFile, 'utf8');

  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    // A socket file would have to lie in a folder with a short name; TCP needs none.
    'unix_socket_directories=',
    'max_connections=200',
    ...(options.durable ? [] : notDurable),
  ];
  const process = await options.group.start({
    name: 'PostgreSQL',
    logFile: options.logFile,
    ...account.wrap(binaries.postgres, [
      '-D',
      cluster,
      '-p',
      String(port),
      ...settings.flatMap((setting) => ['-c', setting]),
    ]),
  });
  const url = (database: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const problem = await waitUntil(() => ping(url('postgres')), {
    timeoutMs: readyWithinMs,
    ended: process.exited,
  });
  if (problem !== null) {
    throw new StartError(
      'database_failed',
      `PostgreSQL did not start (${problem === 'timeout' ? 'no answer' : lastLine(options.logFile)}). Read ${options.logFile}, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  return { process, url };
}

/** Makes the database `name` on `server` unless it is there. */
export async function ensureDatabase(server: PostgresServer, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Made beside its place and moved there when whole, so that a start killed half-way leaves nothing half-made. */
async function createCluster(
  options: { group: ProcessGroup; logFile: string },
  initdb: string,
  account: Unprivileged,
  cluster: string,
  passwordFile: string,
): Promise<void> {
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account.owner !== null) await chown(passwordFile, account.owner.uid, account.owner.gid);
  const initialisation = await options.group.start({
    name: 'initdb',
    logFile: options.logFile,
    ...account.wrap(initdb, [
      `--pgdata=${unfinished}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Upper and lower case by Unicode (Đ and đ), the same on every machine, whatever locales it has.
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
    ]),
  });
  if ((await initialisation.exited) !== 0) {
    throw new StartError(
      'database_failed',
      `PostgreSQL could not make its files in ${cluster}: ${lastLine(options.logFile)} Move the project to a folder every account may enter, start as an ordinary user, or set DATABASE_URL.`,
    );
  }
  await rename(unfinished, cluster);
}

async function ping(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  await client.end();
}
