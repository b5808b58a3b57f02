import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WorkerProcessOptions } from './worker-process.ts';
import { workflowBundle } from './workflow-bundle.ts';

const program = fileURLToPath(new URL('./worker-process.ts', import.meta.url));

/** A worker in a process of its own, ready for work. */
export async function startWorkerChild(
  options: Omit<WorkerProcessOptions, 'codePath' | 'death'> &
    Partial<Pick<WorkerProcessOptions, 'codePath' | 'death'>>,
): Promise<ChildProcess> {
  const codePath = options.codePath ?? (await workflowBundle()).codePath;
  const child = fork(program, [JSON.stringify({ death: null, ...options, codePath })]);
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the worker ended before it was ready (${code ?? signal})`);
  });
  // Once it is ready, its end is the test's business.
  ended.catch(() => {});
  await Promise.race([once(child, 'message'), ended]);
  return child;
}
