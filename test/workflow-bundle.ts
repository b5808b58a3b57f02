import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflows } from '../activities/workflow-bundle.ts';
import { projectDir } from '../cli/environment.ts';
import { fingerprint } from '../cli/runtime/fingerprint.ts';

/** The workflows as one file for workers of tests, bundled once for all test files until a source changes. */
export async function workflowBundle(): Promise<{ codePath: string }> {
  const sources = await fingerprint(projectDir, [
    'workflows',
    'engine',
    'activities/commit',
    'activities/bundle-workflows.ts',
    'package-lock.json',
  ]);
  const folder = join(tmpdir(), 'vinhdanh-workflows');
  const codePath = join(folder, `${sources}.js`);
  try {
    await readFile(codePath);
  } catch {
    await mkdir(folder, { recursive: true });
    const { code } = await bundleWorkflows();
    // Written beside and moved, so that a second test process never reads half a file.
    await writeFile(`${codePath}.${process.pid}`, code);
    await rename(`${codePath}.${process.pid}`, codePath);
  }
  return { codePath };
}
