import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from '../../engine/compile.ts';
import type { Executor } from '../client.ts';
import { awardProcess, storeDefinition } from '../definitions.ts';

const folder = fileURLToPath(new URL('../../processes', import.meta.url));

/** Deploys the award chain of `processes/` as one definition. The same files again are the same version. */
export async function deployAwardChain(tx: Executor): Promise<void> {
  const resources = await readModels();
  const { graph, problems } = await compile(resources);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (!graph || errors.length > 0) {
    throw new Error(
      `processes/ cannot be deployed: ${errors.map((problem) => `${problem.element}: ${problem.message.en}`).join('; ')}`,
    );
  }
  await storeDefinition(tx, { processId: awardProcess, resources, graph, accountId: null });
}

async function readModels(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => /\.(bpmn|dmn|schema\.json)$/.test(name)).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(`${folder}/${name}`, 'utf8')] as const),
    ),
  );
}
