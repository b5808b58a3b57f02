import { and, eq, isNull } from 'drizzle-orm';
import { roleModelConsents } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { keepsRoleModel, speaksFor, visibleRoleModel } from '../../policies/role-models.ts';
import { writeAudit } from '../audit.ts';

/**
 * Withdraws the consent, which needs no reason: by the person, or by the proposing unit at their wish. Nothing is shown from then on.
 * @throws ApiError role_model_not_found, forbidden, consent_missing
 */
export async function withdrawConsent(context: CommandContext, roleModelId: string): Promise<void> {
  const { db, actor, now } = context;
  const roleModel = await visibleRoleModel(context, roleModelId);
  if (!speaksFor(actor, roleModel) && !(await keepsRoleModel(context, roleModel)))
    throw new ApiError('forbidden');
  await db.transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(roleModelConsents)
      .set({ withdrawnBy: actor.accountId, withdrawnAt: now })
      .where(and(eq(roleModelConsents.roleModelId, roleModelId), isNull(roleModelConsents.withdrawnAt)))
      .returning({ id: roleModelConsents.id });
    if (!withdrawn) throw new ApiError('consent_missing');
    await writeAudit(tx, context, {
      action: 'role_model.withdraw_consent',
      subjectKind: 'role_model',
      subjectId: roleModelId,
      details: { consentId: withdrawn.id },
    });
  });
}
