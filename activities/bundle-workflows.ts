import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const pathOf = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/**
 * Program of its own: writes everything under `workflows/` with the engine to standard output, as the workflow sandbox
 * loads it. The engine is pure, so its modules are loaded once and shared by all workflows of a worker.
 */
const { code } = await bundleWorkflowCode({
  workflowsPath: pathOf('workflows/index.ts'),
  preloadModules: [pathOf('workflows/stack-traces.ts'), pathOf('engine/advance.ts')],
});
process.stdout.write(code);
