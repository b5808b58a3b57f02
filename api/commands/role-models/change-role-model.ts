import { eq } from 'drizzle-orm';
import { roleModels } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { ChangedRoleModel } from '../../contract/role-models.ts';
import { ApiError } from '../../errors.ts';
import { keepsRoleModel, visibleRoleModel } from '../../policies/role-models.ts';
import { writeAudit } from '../audit.ts';
import { isWritable, lockRoleModel, nextVersion, setAwards } from './role-model-guards.ts';

/**
 * Writes a role model anew, as a draft or while it is revised.
 * @throws ApiError role_model_not_found, forbidden, version_conflict, role_model_stands, role_model_award_unfit
 */
export async function changeRoleModel(
  context: CommandContext,
  { roleModelId, version, awardIds, ...content }: ChangedRoleModel & { roleModelId: string },
): Promise<void> {
  if (!(await keepsRoleModel(context, await visibleRoleModel(context, roleModelId))))
    throw new ApiError('forbidden');
  await context.db.transaction(async (tx) => {
    const roleModel = await lockRoleModel(tx, roleModelId, version);
    if (!(await isWritable(tx, roleModel))) throw new ApiError('role_model_stands');
    await setAwards(tx, roleModel, awardIds);
    await tx
      .update(roleModels)
      .set({ ...content, version: nextVersion })
      .where(eq(roleModels.id, roleModelId));
    await writeAudit(tx, context, {
      action: 'role_model.change',
      subjectKind: 'role_model',
      subjectId: roleModelId,
      details: { awardIds },
    });
  });
}
