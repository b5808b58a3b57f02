import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { taskQueue } from '../../activities/outbox-relay.ts';
import { projectDir } from '../environment.ts';
import { waitUntil } from './poll.ts';
import { workInBackground } from './priority.ts';
import type { ManagedProcess, ProcessGroup } from './processes.ts';
import { StartError } from './start-error.ts';

/**
 * Without the limit each of the worker's heaps grows with the machine's memory rather than with its work; 256 MB hold
 * several hundred open dossiers. docker-compose.yml says the same.
 */
const args = ['--max-old-space-size=256', join(projectDir, 'cli/worker.ts')];

/** Bundling the workflows takes some seconds, on a busy machine many. */
const readyWithinMs = 180_000;
const workflowTasks = 1;

/**
 * Starts a worker and waits until Temporal has it waiting for work; from then on it lets the programs that answer people
 * go first.
 * @throws {StartError} `process_failed`
 */
export async function startWorkerProgram(
  group: ProcessGroup,
  options: {
    env: Record<string, string | undefined>;
    logFile: string;
    temporalAddress: string;
    namespace: string;
  },
): Promise<ManagedProcess> {
  const { env, logFile, temporalAddress, namespace } = options;
  const worker = await group.start({
    name: 'Worker',
    command: process.execPath,
    args,
    cwd: projectDir,
    env,
    logFile,
  });
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const problem = await waitUntil(
      async () => {
        const { pollers } = await connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: taskQueue },
          taskQueueType: workflowTasks,
        });
        if (pollers?.length === 0) throw new Error('nobody waits for work yet');
      },
      { timeoutMs: readyWithinMs, ended: worker.exited },
    );
    if (problem !== null) {
      throw new StartError('process_failed', `The worker does not take up work. Read ${logFile}.`);
    }
  } finally {
    await connection.close();
  }
  workInBackground(worker.pid);
  return worker;
}
