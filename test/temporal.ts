import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { readEnvironment } from '../cli/environment.ts';
import { freePort } from '../cli/runtime/ports.ts';
import { createProcessGroup } from '../cli/runtime/processes.ts';
import { findTemporalBinary } from '../cli/runtime/temporal-binary.ts';
import { startTemporal, timeSkipping } from '../cli/runtime/temporal-server.ts';

/** A Temporal server of one test file: every file has its own, because workers of one task queue share their work. */
export interface TestTemporal {
  address: string;
  client: Client;
  /** Process id of the server. */
  readonly pid: number;
  /** Stops the server as a crash would and starts it again over the same file. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a dev server that keeps its data in a file of its own and lets a test skip time in a workflow. */
export async function startTestTemporal(): Promise<TestTemporal> {
  const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-temporal-'));
  const port = await freePort();
  const binary = await findTemporalBinary({
    binDir: join(readEnvironment(process.env).dataDir, 'bin'),
    report: (progress) => console.log(`Temporal: ${progress}`),
  });
  let group = createProcessGroup();
  const start = () =>
    startTemporal({
      group,
      binary,
      port,
      databaseFile: join(folder, 'temporal.db'),
      namespace: 'default',
      logFile: join(folder, 'temporal.log'),
      dynamicConfig: timeSkipping,
    });
  let server = await start();
  const { address } = server;
  const connection = await Connection.connect({ address });
  return {
    address,
    client: new Client({ connection }),
    get pid() {
      return server.process.pid;
    },
    async restart() {
      group.killAll();
      await group.stopAll();
      group = createProcessGroup();
      server = await start();
    },
    async stop() {
      await connection.close();
      await group.stopAll();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Lets time pass in one workflow, on a stock server, without waiting for it. Only while none of its activities runs.
 * @param seconds how much
 */
export async function skipTime({ client }: TestTemporal, workflowId: string, seconds: number): Promise<void> {
  const { workflowService } = client;
  const workflowExecution = { workflowId };
  const id = `skip-${randomUUID()}`;
  await workflowService.updateWorkflowExecutionOptions({
    namespace: 'default',
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: { seconds } } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  } as never);
  await workflowService.pollWorkflowExecutionTimeSkipping({
    namespace: 'default',
    workflowExecution,
    fastForwardId: id,
  } as never);
}
