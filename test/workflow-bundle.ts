import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleWorkflows } from '../activities/worker.ts';
import { projectDir } from '../cli/environment.ts';
import { fingerprint } from '../cli/runtime/fingerprint.ts';

/** Everything the bundle is made from. */
const sources = ['workflows', 'engine', 'domain', 'package-lock.json'];
const isSource = (path: string) => !/\.test\.ts$/.test(path);

/**
 * The workflow bundle of the code as it stands. Making one takes seconds, so it is kept for all test processes and runs,
 * until a source changes.
 */
export async function workflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  const dir = join(projectDir, 'node_modules/.cache/vinhdanh');
  const file = join(dir, `workflows-${await fingerprint(projectDir, sources, isSource)}.js`);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return { code: kept, sourceMap: 'deprecated: this is no longer in use\n' };
  const bundle = await bundleWorkflows();
  await mkdir(dir, { recursive: true });
  // Moved into place whole: another test process may be reading.
  await writeFile(`${file}.${process.pid}`, bundle.code);
  await rename(`${file}.${process.pid}`, file);
  return bundle;
}
