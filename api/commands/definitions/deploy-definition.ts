import { deployAgain, storeDefinition } from '../../../db/definitions.ts';
import type { CommandContext } from '../../context.ts';
import type { Locale } from '../../contract/common.ts';
import type { DeployRequest, DeployResult } from '../../contract/definitions.ts';
import { ApiError } from '../../errors.ts';
import { requireOrganisationAdmin } from '../../policies/organisation.ts';
import { modelErrors, modelProblems } from '../../queries/problems.ts';
import { readDeployment } from '../../queries/read-deployment.ts';
import { writeAudit } from '../audit.ts';

/**
 * Deploys files as one definition, on which new instances start from now on. Errors refuse it, warnings want a confirmation.
 * Content that is deployed already is no new version; its version becomes the newest again.
 * @throws ApiError forbidden, file_listed_twice, process_not_chosen, model_invalid, confirmation_required
 */
export async function deployDefinition(
  context: CommandContext,
  { reason, confirm, ...deployment }: DeployRequest,
  locale: Locale,
): Promise<DeployResult> {
  await requireOrganisationAdmin(context);
  const { db, actor, now } = context;
  const { processId, resources, graph, problems } = await readDeployment(deployment);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ApiError('model_invalid', { errors: (to) => modelErrors(errors, to) });
  if (problems.length > 0 && !confirm) {
    const parameters = { count: problems.length };
    throw new ApiError('confirmation_required', { parameters, errors: (to) => modelErrors(problems, to) });
  }
  return db.transaction(async (tx) => {
    const { accountId } = actor;
    const stored = await storeDefinition(tx, { processId, resources, graph, accountId, at: now });
    await deployAgain(tx, { id: stored.id, processId, accountId, at: now });
    await writeAudit(tx, context, {
      action: 'definition.deploy',
      subjectKind: 'definition',
      subjectId: stored.id,
      details: { reason, processId, version: stored.version, hash: graph.hash, isNew: stored.isNew },
    });
    return { ...stored, problems: modelProblems(problems, locale) };
  });
}
