import { compile } from '../../engine/compile.ts';
import type { Problem } from '../../engine/model/problem.ts';
import { startable } from '../../engine/model/startable.ts';
import type { Graph } from '../../engine/types.ts';
import type { CheckDeploymentRequest } from '../contract/definitions.ts';
import { ApiError } from '../errors.ts';

export interface ReadDeployment {
  processId: string;
  resources: Record<string, string>;
  graph: Graph;
  problems: Problem[];
}

/**
 * Compiles the files of a deployment and finds the process that starts.
 * @throws ApiError file_listed_twice, process_not_chosen
 */
export async function readDeployment({
  files,
  processId,
}: Pick<CheckDeploymentRequest, 'files' | 'processId'>): Promise<ReadDeployment> {
  const resources: Record<string, string> = {};
  for (const { name, content } of files) {
    if (Object.hasOwn(resources, name)) throw new ApiError('file_listed_twice', { parameters: { name } });
    resources[name] = content;
  }
  const { graph, problems } = await compile(resources);
  const candidates = processId === undefined ? startable(graph) : [processId];
  const [chosen] = candidates;
  // Files that cannot be read hold no process; what is wrong with them says more.
  const isThere = chosen !== undefined && candidates.length === 1 && graph.processes[chosen] !== undefined;
  if (!isThere && problems.every(({ severity }) => severity === 'warning')) {
    const processes = Object.keys(graph.processes).join(', ') || '–';
    throw new ApiError('process_not_chosen', { parameters: { processes } });
  }
  return { processId: chosen ?? '', resources, graph, problems };
}
