import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { identitiesOf } from '../../../db/ledger/identities.ts';
import { roleModelElements } from '../../../db/role-models.ts';
import { ledgerAwards, roleModelAwards, roleModels, tasks } from '../../../db/schema/index.ts';
import { ApiError } from '../../errors.ts';
import type { RoleModel } from '../../policies/role-models.ts';
import type { TaskRow } from '../../policies/tasks.ts';

/** Locks a role model and reads it anew. @throws ApiError role_model_not_found, version_conflict */
export async function lockRoleModel(tx: Executor, roleModelId: string, version?: number): Promise<RoleModel> {
  const [found] = await tx.select().from(roleModels).where(eq(roleModels.id, roleModelId)).for('update');
  if (!found) throw new ApiError('role_model_not_found');
  if (version !== undefined && found.version !== version) throw new ApiError('version_conflict');
  return found;
}

/** The open task of an element of its process; undefined where the process does not stand there. */
export async function openTaskAt(
  db: Executor,
  { instanceId }: Pick<RoleModel, 'instanceId'>,
  element: (typeof roleModelElements)[keyof typeof roleModelElements],
): Promise<TaskRow | undefined> {
  if (instanceId === null) return undefined;
  const [task] = await db
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.instanceId, instanceId),
        eq(tasks.element, element),
        inArray(tasks.status, ['open', 'claimed']),
      ),
    )
    .limit(1);
  return task;
}

/** May it be written now: as a draft, or while the proposing unit revises it? */
export async function isWritable(db: Executor, roleModel: RoleModel): Promise<boolean> {
  if (roleModel.status === 'draft') return true;
  return (await openTaskAt(db, roleModel, roleModelElements.revise)) !== undefined;
}

/**
 * Sets the awards that a role model rests on, of the nominee's own ledger.
 * @throws ApiError role_model_award_unfit
 */
export async function setAwards(
  tx: Executor,
  { id: roleModelId, personId, collectiveId }: Pick<RoleModel, 'id' | 'personId' | 'collectiveId'>,
  awardIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(awardIds)];
  const own =
    personId === null
      ? eq(ledgerAwards.unitId, collectiveId ?? '')
      : inArray(
          ledgerAwards.personId,
          (await identitiesOf(tx, [personId])).map(({ sameId }) => sameId),
        );
  const found = await tx
    .select({ id: ledgerAwards.id })
    .from(ledgerAwards)
    .where(
      and(
        inArray(ledgerAwards.id, wanted),
        own,
        eq(ledgerAwards.status, 'in_force'),
        isNull(ledgerAwards.struckAt),
      ),
    );
  if (found.length < wanted.length) throw new ApiError('role_model_award_unfit');
  await tx.delete(roleModelAwards).where(eq(roleModelAwards.roleModelId, roleModelId));
  if (wanted.length > 0)
    await tx.insert(roleModelAwards).values(wanted.map((ledgerAwardId) => ({ roleModelId, ledgerAwardId })));
}

export const nextVersion = sql`${roleModels.version} + 1`;
