import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailSink } from '../activities/mail-sink.ts';
import { playDemo } from '../cli/demo.ts';
import { projectDir, readEnvironment } from '../cli/environment.ts';
import { runMain } from '../cli/runtime/main.ts';
import { waitUntil } from '../cli/runtime/poll.ts';
import { freePort } from '../cli/runtime/ports.ts';
import { ensureDatabase, startPostgres } from '../cli/runtime/postgres.ts';
import { createProcessGroup, lastLine, type ManagedProcess } from '../cli/runtime/processes.ts';
import { createProgress } from '../cli/runtime/progress.ts';
import { StartError } from '../cli/runtime/start-error.ts';
import { listenForStop } from '../cli/runtime/stop-signal.ts';
import { mountedFiles, readServices, type Service } from './compose-file.ts';
import { provideTemporalPrograms, temporalPorts } from './temporal-programs.ts';

/**
 * `npm run topology`: what docker-compose.yml describes, without containers. Commands and environment are those of the
 * file, only the names of hosts become 127.0.0.1 and the ports free ones. It starts PostgreSQL, the real Temporal server on it,
 * two api and two worker, asks each for its health, plays a dossier through all levels, and stops everything.
 */
await runMain(async () => {
  const group = createProcessGroup();
  const stop = listenForStop(group.killAll);
  const dir = await mkdtemp(join(tmpdir(), 'vinhdanh-topology-'));
  try {
    await Promise.race([stop.wish, proveTopology(dir, group)]);
  } finally {
    await group.stopAll();
    await rm(dir, { recursive: true, force: true });
  }
});

async function proveTopology(dir: string, group: ReturnType<typeof createProcessGroup>): Promise<void> {
  const progress = createProgress((line) => console.log(line));
  const binDir = await progress.during('Building the Temporal server', (report) =>
    provideTemporalPrograms(readEnvironment(process.env).dataDir, report),
  );
  const postgres = await progress.during('PostgreSQL', () =>
    startPostgres({ group, dir: join(dir, 'postgres'), logFile: join(dir, 'postgres.log'), durable: true }),
  );
  await ensureDatabase(postgres, 'vinhdanh');
  const database = new URL(postgres.url('vinhdanh'));
  const mail = await startMailSink({ port: 0, dir: join(dir, 'mail') });
  const ports = await temporalPorts();
  const hosts: Record<string, string> = {
    'postgres:5432': database.host,
    'temporal:7233': `127.0.0.1:${ports.FRONTEND_GRPC_PORT}`,
    'mail:1025': `127.0.0.1:${mail.port}`,
  };
  const services = readServices({
    POSTGRES_PASSWORD: database.password,
    SESSION_SECRET: 'only-for-this-run-and-then-forgotten',
    BALLOT_SECRET: 'only-for-this-run-and-then-forgotten',
  });

  /** A service's environment on this machine; `own` are settings a container would not need. */
  const environmentOf = (service: Service, own: Record<string, string>) => {
    const files = mountedFiles(service);
    const here = (name: string, value: string): string => {
      if (/^(SQL_HOST|POSTGRES_SEEDS|BIND_ON_IP|HOST)$/.test(name)) return '127.0.0.1';
      if (/^(SQL_PORT|DB_PORT)$/.test(name)) return database.port;
      return files[value] ?? withHosts(value);
    };
    const env = Object.entries(service.environment).map(([name, value]) => [name, here(name, value)]);
    return { PATH: `${binDir}:${process.env.PATH}`, HOME: dir, ...Object.fromEntries(env), ...own };
  };
  const withHosts = (text: string) =>
    Object.entries(hosts).reduce((result, [name, address]) => result.replaceAll(name, address), text);

  /** Starts `name` as the file says, as process `label`. */
  const run = (name: string, label = name, own: Record<string, string> = {}): Promise<ManagedProcess> => {
    const service = services[name];
    if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
    // The server's image starts it by itself; the file gives no command.
    const [command = '', ...args] = [
      ...(service.entrypoint ?? []),
      ...(service.command ?? ['temporal-server', 'start']),
    ];
    return group.start({
      name: label,
      command: command === 'node' ? process.execPath : command,
      args: args.map(withHosts),
      cwd: projectDir,
      env: environmentOf(service, own),
      logFile: join(dir, `${label}.log`),
    });
  };
  const runToEnd = async (name: string, label = name) => {
    const process = await run(name, label);
    const how = await process.exited;
    if (how !== 0) throw failure(process, how);
  };

  await progress.during('temporal-schema', () => runToEnd('temporal-schema'));
  await progress.during('temporal-schema again changes nothing', () =>
    runToEnd('temporal-schema', 'schema-again'),
  );
  const temporal = await run('temporal', 'temporal', ports);
  await progress.during('temporal and its namespace', async () => {
    // The container would be restarted until the server answers.
    const problem = await waitUntil(() => runToEnd('temporal-namespace'), {
      timeoutMs: 60_000,
      ended: temporal.exited,
    });
    if (problem !== null) throw failure(temporal, problem);
  });
  await progress.during('migrate', () => runToEnd('migrate'));
  await progress.during('the demo organisation', async () => {
    services.seed = { environment: {}, volumes: [], ...services.migrate, command: ['node', 'cli/seed.ts'] };
    await runToEnd('seed');
  });

  const apiPorts = [await freePort(), await freePort()];
  for (const [index, port] of apiPorts.entries()) await run('api', `api-${index}`, { PORT: String(port) });
  for (const index of [0, 1]) await run('worker', `worker-${index}`);
  for (const port of apiPorts) {
    await progress.during(`health of api on ${port}`, async () => {
      const problem = await waitUntil(() => assertHealthy(port), { timeoutMs: 120_000 });
      if (problem !== null) throw new StartError('process_failed', `The api on port ${port} is not healthy.`);
    });
  }
  await progress.during('a dossier through all levels', () =>
    playDemo({ baseUrl: `http://127.0.0.1:${apiPorts[0]}`, log: progress.line, outDir: join(dir, 'out') }),
  );
  await mail.close();
  progress.line('docker-compose.yml holds.');
}

async function assertHealthy(port: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) });
  const body = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${body}`);
}

function failure(process: ManagedProcess, how: number | string): StartError {
  return new StartError('process_failed', `${process.name} failed (${how}): ${lastLine(process.logFile)}`);
}
