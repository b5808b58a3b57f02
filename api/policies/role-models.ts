import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { documents, roleModelConsents, roleModels } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { coversUnit, unitRoles, unitsBelow } from './places.ts';

export type RoleModel = typeof roleModels.$inferSelect;
type Reader = Pick<CommandContext, 'actor'> & { db: Executor };

/**
 * Condition on `role_models`: may the actor read it? Whoever has a role on the proposing or the reviewing unit or above it, and the
 * person themselves, who need not have proposed anything.
 */
export function roleModelVisibleTo(actor: Actor): SQL | undefined {
  const held = unitsBelow(unitsOfRoles(actor, unitRoles));
  return or(
    inArray(roleModels.unitId, held),
    inArray(roleModels.reviewerId, unitsOfRoles(actor, unitRoles)),
    actor.onBehalfOf ? undefined : eq(roleModels.personId, actor.personId),
    inArray(roleModels.collectiveId, unitsOfRoles(actor, ['head'])),
  );
}

/** @throws ApiError role_model_not_found */
export async function visibleRoleModel({ db, actor }: Reader, roleModelId: string): Promise<RoleModel> {
  const [found] = await db
    .select()
    .from(roleModels)
    .where(and(eq(roleModels.id, roleModelId), roleModelVisibleTo(actor)));
  if (!found) throw new ApiError('role_model_not_found');
  return found;
}

/** The clerks of the proposing unit write a role model and keep its papers. */
export const keepsRoleModel = (
  { db, actor }: Reader,
  { unitId }: Pick<RoleModel, 'unitId'>,
): Promise<boolean> => coversUnit(db, actor, ['clerk'], unitId);

/** Is it the actor's own consent: the person themselves, never by somebody who substitutes them, or the collective's head? */
export const speaksFor = (actor: Actor, { personId, collectiveId }: RoleModel): boolean =>
  personId === null
    ? collectiveId !== null && unitsOfRoles(actor, ['head']).includes(collectiveId)
    : actor.onBehalfOf === null && actor.personId === personId;

/** The reviewing unit's standing body and head may take an approved role model back. */
export const retiresRoleModel = (actor: Actor, { reviewerId }: Pick<RoleModel, 'reviewerId'>): boolean =>
  reviewerId !== null && unitsOfRoles(actor, ['appraiser', 'head']).includes(reviewerId);

/** Condition on `documents`: is it the paper of a consent to a role model that the actor may read? */
export function isConsentOfVisibleRoleModel(actor: Actor): SQL {
  return sql`exists (select from ${roleModelConsents} join ${roleModels} on ${roleModels.id} = ${roleModelConsents.roleModelId}
    where ${roleModelConsents.documentId} = ${documents.id} and (${roleModelVisibleTo(actor)}))`;
}
