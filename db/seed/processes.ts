import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { desc, eq } from 'drizzle-orm';
import { compile } from '../../engine/compile.ts';
import type { Executor } from '../client.ts';
import { processDefinitions } from '../schema/index.ts';

const folder = fileURLToPath(new URL('../../processes', import.meta.url));
/** Process that a dossier starts. */
const processId = 'award-chain';

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
  const [newest] = await tx
    .select({ version: processDefinitions.version })
    .from(processDefinitions)
    .where(eq(processDefinitions.processId, processId))
    .orderBy(desc(processDefinitions.version))
    .limit(1);
  await tx
    .insert(processDefinitions)
    .values({ processId, version: (newest?.version ?? 0) + 1, hash: graph.hash, resources, graph })
    .onConflictDoNothing({ target: [processDefinitions.processId, processDefinitions.hash] });
}

async function readModels(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => /\.(bpmn|dmn|schema\.json)$/.test(name)).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(`${folder}/${name}`, 'utf8')] as const),
    ),
  );
}
