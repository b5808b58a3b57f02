import { availableParallelism } from 'node:os';
import { Connection } from '@temporalio/client';
import { waitUntil } from './poll.ts';
import { freePort } from './ports.ts';
import { lastLine, type ManagedProcess, type ProcessGroup } from './processes.ts';
import { StartError } from './start-error.ts';

/** A Temporal development server of ours, on 127.0.0.1 only. */
export type TemporalServer = { process: ManagedProcess; address: string };

/** Ports are looked for before they are taken, ours and those the server finds for itself: somebody else may be quicker. */
const attempts = 3;

/** Migrating the file of an older version may take this long; usual is a second. */
const readyWithinMs = 60_000;

/** Lets a client skip time in a workflow, on a stock server; for tests only. */
export const timeSkipping: Readonly<Record<string, string>> = {
  'frontend.WorkflowTimeSkippingEnabled': 'true',
  'system.workflowTimeSkippingEnabled': 'true',
};

/**
 * Starts a Temporal development server and waits until the namespace answers.
 * @param options.databaseFile keeps everything between two starts.
 * @param options.port by default a free one; a test that restarts a server wants the same again.
 * @param options.dynamicConfig server settings, key to JSON value.
 * @throws {StartError} `temporal_failed`.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  for (let attempt = 1; ; attempt++) {
    const { server, problem } = await tryToStart(options);
    if (problem === null) return server;
    if (problem !== 'timeout' && attempt < attempts) continue;
    throw new StartError(
      'temporal_failed',
      `The Temporal server did not start (${problem === 'timeout' ? 'no answer' : lastLine(options.logFile)}). Read ${options.logFile}, or set TEMPORAL_ADDRESS to a server of your own.`,
    );
  }
}

export interface TemporalOptions {
  group: ProcessGroup;
  binary: string;
  databaseFile: string;
  namespace: string;
  logFile: string;
  port?: number;
  dynamicConfig?: Readonly<Record<string, string>>;
}

async function tryToStart(options: TemporalOptions) {
  const port = options.port ?? (await freePort());
  const address = `127.0.0.1:${port}`;
  const settings = Object.entries(options.dynamicConfig ?? {});
  const process = await options.group.start({
    name: 'Temporal',
    command: options.binary,
    logFile: options.logFile,
    // Fewer collections for some 200 MB more: a quarter less of the processor (Go, runtime/debug.SetGCPercent). Half of the
    // processors: what it does is small, and it costs a fifth less where its threads do not hand it to each other.
    env: {
      ...globalThis.process.env,
      GOGC: '300',
      GOMAXPROCS: String(Math.ceil(availableParallelism() / 2)),
    },
    args: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--namespace', options.namespace, '--log-level', 'error'],
      ...['--db-filename', options.databaseFile],
      // Without a wait for the disk at each transaction: what a power failure takes, the relay delivers anew (sqlite.org/wal.html).
      ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1'],
      ...settings.flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
    ],
  });
  const problem = await waitUntil(() => askForNamespace(address, options.namespace), {
    timeoutMs: readyWithinMs,
    ended: process.exited,
  });
  return { server: { process, address }, problem };
}

/**
 * Checks a server somebody else runs.
 * @throws {StartError} `temporal_unreachable`, for the server or the namespace.
 */
export async function assertTemporalReachable(address: string, namespace: string): Promise<void> {
  try {
    await askForNamespace(address, namespace);
  } catch (cause) {
    const unknownNamespace = (cause as { code?: unknown }).code === notFound;
    throw new StartError(
      'temporal_unreachable',
      unknownNamespace
        ? `The Temporal server at ${address} has no namespace "${namespace}". Create it with "temporal operator namespace create --address ${address} -n ${namespace}", or set TEMPORAL_NAMESPACE.`
        : `No Temporal server answers at TEMPORAL_ADDRESS ${address}. Start it, correct the address, or leave TEMPORAL_ADDRESS out to use the server that comes along.`,
      { cause },
    );
  }
}

/** gRPC status NOT_FOUND. */
const notFound = 5;

async function askForNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '5s' });
  try {
    await connection.withDeadline(Date.now() + 5_000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
  } finally {
    await connection.close();
  }
}
