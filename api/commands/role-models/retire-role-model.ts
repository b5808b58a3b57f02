import { eq } from 'drizzle-orm';
import { roleModels } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { retiresRoleModel, visibleRoleModel } from '../../policies/role-models.ts';
import { writeAudit } from '../audit.ts';
import { lockRoleModel } from './role-model-guards.ts';

/**
 * Takes an approved role model back (thôi nêu gương), with a reason: it is no longer shown.
 * @throws ApiError role_model_not_found, forbidden, role_model_not_approved
 */
export async function retireRoleModel(
  context: CommandContext,
  { roleModelId, reason }: { roleModelId: string; reason: string },
): Promise<void> {
  const found = await visibleRoleModel(context, roleModelId);
  if (!retiresRoleModel(context.actor, found)) throw new ApiError('forbidden');
  await context.db.transaction(async (tx) => {
    const { status } = await lockRoleModel(tx, roleModelId);
    if (status !== 'approved') throw new ApiError('role_model_not_approved');
    await tx
      .update(roleModels)
      .set({ status: 'retired', endReason: reason })
      .where(eq(roleModels.id, roleModelId));
    await writeAudit(tx, context, {
      action: 'role_model.retire',
      subjectKind: 'role_model',
      subjectId: roleModelId,
      details: { reason },
    });
  });
}
