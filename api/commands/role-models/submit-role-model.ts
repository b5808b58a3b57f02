import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { roleModelProcess } from '../../../db/role-models.ts';
import { roleGrants, roleModels } from '../../../db/schema/index.ts';
import { lineOf } from '../../../db/unit-line.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { visibleBlocYear } from '../../policies/blocs.ts';
import { keepsRoleModel, type RoleModel, visibleRoleModel } from '../../policies/role-models.ts';
import { writeAudit } from '../audit.ts';
import { startInstance } from '../instances/start-instance.ts';
import { lockRoleModel } from './role-model-guards.ts';

/**
 * Submits a draft: its process asks the standing body to review it. A unit's own goes to the nearest unit with a standing body, its own
 * included; one for a bloc to the unit that organises the bloc.
 * @throws ApiError role_model_not_found, forbidden, role_model_stands, role_model_no_reviewer, process_not_deployed
 */
export async function submitRoleModel(context: CommandContext, roleModelId: string): Promise<void> {
  const found = await visibleRoleModel(context, roleModelId);
  if (!(await keepsRoleModel(context, found))) throw new ApiError('forbidden');
  const reviewerId = await reviewerOf(context, found);
  const instanceId = await context.db.transaction(async (tx) => {
    const { status } = await lockRoleModel(tx, roleModelId);
    if (status !== 'draft') throw new ApiError('role_model_stands');
    const started = await startInstance(tx, context, roleModelProcess, { roleModelId, reviewer: reviewerId });
    await tx
      .update(roleModels)
      .set({ status: 'running', reviewerId, instanceId: started })
      .where(eq(roleModels.id, roleModelId));
    await writeAudit(tx, context, {
      action: 'role_model.submit',
      subjectKind: 'role_model',
      subjectId: roleModelId,
      details: { instanceId: started, reviewerId },
    });
    return started;
  });
  context.deliver(instanceId);
}

/** @throws ApiError bloc_year_not_found, role_model_no_reviewer */
async function reviewerOf(context: CommandContext, { unitId, blocYearId }: RoleModel): Promise<string> {
  if (blocYearId !== null) return (await visibleBlocYear(context, blocYearId)).organiserId;
  const line = await lineOf(context.db, unitId);
  const appraised = await unitsWithAppraisers(context.db, line, context.today);
  const nearest = line.find((id) => appraised.has(id));
  if (nearest === undefined) throw new ApiError('role_model_no_reviewer');
  return nearest;
}

async function unitsWithAppraisers(
  db: Executor,
  unitIds: string[],
  today: string,
): Promise<Set<string | null>> {
  const rows = await db
    .selectDistinct({ unitId: roleGrants.unitId })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'appraiser'),
        inArray(roleGrants.unitId, unitIds),
        lte(roleGrants.validFrom, today),
        or(isNull(roleGrants.validTo), gte(roleGrants.validTo, today)),
      ),
    );
  return new Set(rows.map(({ unitId }) => unitId));
}
