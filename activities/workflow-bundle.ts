import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('./bundle-workflows.ts', import.meta.url));

/**
 * Everything under `workflows/` with the engine, as the workflow sandbox loads it; takes some seconds. Made in a process
 * of its own, with which the bundler's memory goes back to the system.
 */
export async function bundleWorkflows(): Promise<{ code: string }> {
  const { stdout } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 64 * 1024 * 1024 });
  return { code: stdout };
}
