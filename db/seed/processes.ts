import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from '../../engine/compile.ts';
import { startable } from '../../engine/model/startable.ts';
import type { Executor } from '../client.ts';
import { awardProcess, newestDefinition, storeDefinition } from '../definitions.ts';

const folder = fileURLToPath(new URL('../../processes', import.meta.url));

/**
 * Deploys the models of `processes/`: the files of the folder itself are one definition, the award chain, and those of each
 * folder in it are another, named by the process that starts. The same files again are the same version.
 */
export async function deployModels(tx: Executor): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const others = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
  for (const path of [folder, ...others.sort()]) await deployFolder(tx, path);
}

async function deployFolder(tx: Executor, path: string): Promise<void> {
  const resources = await readModels(path);
  const { graph, problems } = await compile(resources);
  const errors = problems.filter((problem) => problem.severity === 'error');
  const [processId] = path === folder ? [awardProcess] : startable(graph);
  if (processId === undefined || errors.length > 0) {
    throw new Error(
      `${path} cannot be deployed: ${errors.map((problem) => `${problem.element}: ${problem.message.en}`).join('; ')}`,
    );
  }
  // What an administrator deployed stays in force, whatever a new release brings.
  if ((await newestDefinition(tx, processId))?.deployedBy) return;
  await storeDefinition(tx, { processId, resources, graph, accountId: null, at: new Date() });
}

async function readModels(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path)).filter((name) => /\.(bpmn|dmn|schema\.json)$/.test(name)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(`${path}/${name}`, 'utf8')] as const)),
  );
}
