import { and, eq } from 'drizzle-orm';
import { newestDefinition } from '../../db/definitions.ts';
import { processDefinitions } from '../../db/schema/index.ts';
import { diff } from '../../engine/model/diff.ts';
import type { CommandContext } from '../context.ts';
import type { Locale } from '../contract/common.ts';
import type { CheckDeploymentRequest, DeploymentCheck } from '../contract/definitions.ts';
import { requireOrganisationAdmin } from '../policies/organisation.ts';
import { impactOn, openInstancesOf } from './impact.ts';
import { modelProblems } from './problems.ts';
import { readDeployment } from './read-deployment.ts';

/**
 * What deploying the files would do: what lint finds, what differs from the newest version, and what it would mean for the
 * open instances. Nothing is written.
 * @throws ApiError forbidden, file_listed_twice, process_not_chosen
 */
export async function checkDeployment(
  context: CommandContext,
  { nodes, ...deployment }: CheckDeploymentRequest,
  locale: Locale,
): Promise<DeploymentCheck> {
  await requireOrganisationAdmin(context);
  const { db, now } = context;
  const { processId, graph, problems } = await readDeployment(deployment);
  const [newest, [same]] = await Promise.all([
    newestDefinition(db, processId),
    db
      .select({ version: processDefinitions.version })
      .from(processDefinitions)
      .where(and(eq(processDefinitions.processId, processId), eq(processDefinitions.hash, graph.hash))),
  ]);
  const runnable = problems.every(({ severity }) => severity === 'warning');
  return {
    processId,
    hash: graph.hash,
    sameAs: same?.version ?? null,
    problems: modelProblems(problems, locale),
    diff: newest ? diff(newest.graph, graph) : null,
    impact: runnable
      ? await impactOn(db, await openInstancesOf(db, processId), { graph, nodes, now }, locale)
      : [],
  };
}
