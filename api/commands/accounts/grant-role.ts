import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { accounts, councilMembers, councils, roleGrants } from '../../../db/schema/index.ts';
import { isRoleOfSeat, rolesOfSeat } from '../../../domain/roles.ts';
import type { CommandContext } from '../../context.ts';
import type { GrantRoleRequest } from '../../contract/organisation.ts';
import { ApiError } from '../../errors.ts';
import { type Account, requireAccount, requireAdministeredUnit } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { requireStanding } from '../organisation/unit-guards.ts';

/**
 * Gives an account a role on a unit or council, from a day on and perhaps to a last one. A role of a council goes with a seat there,
 * which only a constitution gives.
 * @throws ApiError account_not_found, account_ended, dates_reversed, role_place_unfit, unit_not_found, council_not_found, forbidden,
 *   unit_not_standing, role_without_seat, role_held_already, substitution_not_passed_on
 */
export async function grantRole(
  context: CommandContext,
  accountId: string,
  request: GrantRoleRequest,
): Promise<void> {
  const { db, actor, today } = context;
  if (actor.onBehalfOf) throw new ApiError('substitution_not_passed_on');
  const account = await requireAccount(context, accountId);
  const { role, unitId, councilId, validFrom, validTo } = request;
  if (validTo !== null && (validTo < validFrom || validTo < today)) throw new ApiError('dates_reversed');
  if (isRoleOfSeat(role)) {
    if (councilId === null || unitId !== null) throw new ApiError('role_place_unfit');
    await requireSeat(context, account, { role, councilId });
  } else {
    if (unitId === null || councilId !== null) throw new ApiError('role_place_unfit');
    requireStanding(await requireAdministeredUnit(context, unitId), validFrom, validTo);
  }
  await db.transaction(async (tx) => {
    await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for('update');
    if (await overlaps(tx, accountId, request)) throw new ApiError('role_held_already');
    await tx.insert(roleGrants).values({ ...request, accountId });
    await writeAudit(tx, context, {
      action: 'role.grant',
      subjectKind: 'account',
      subjectId: accountId,
      details: { ...request },
    });
  });
}

/** @throws ApiError council_not_found, forbidden, role_without_seat */
async function requireSeat(
  context: CommandContext,
  { personId }: Account,
  { role, councilId }: { role: GrantRoleRequest['role']; councilId: string },
): Promise<void> {
  const [council] = await context.db
    .select({ unitId: councils.unitId })
    .from(councils)
    .where(eq(councils.id, councilId));
  if (!council) throw new ApiError('council_not_found');
  await requireAdministeredUnit(context, council.unitId);
  const seats = await context.db
    .select({ capacity: councilMembers.capacity })
    .from(councilMembers)
    .where(
      and(
        eq(councilMembers.councilId, councilId),
        eq(councilMembers.personId, personId),
        or(isNull(councilMembers.validTo), gte(councilMembers.validTo, context.today)),
      ),
    );
  if (!seats.some(({ capacity }) => rolesOfSeat(capacity).some((given) => given === role)))
    throw new ApiError('role_without_seat');
}

/** Does the account hold the role at the place on a day of the stretch already? */
export async function overlaps(
  tx: Executor,
  accountId: string,
  { role, unitId, councilId, validFrom, validTo }: GrantRoleRequest,
): Promise<boolean> {
  const [held] = await tx
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.accountId, accountId),
        eq(roleGrants.role, role),
        unitId === null ? undefined : eq(roleGrants.unitId, unitId),
        councilId === null ? undefined : eq(roleGrants.councilId, councilId),
        or(isNull(roleGrants.validTo), gte(roleGrants.validTo, validFrom)),
        validTo === null ? undefined : lte(roleGrants.validFrom, validTo),
      ),
    )
    .limit(1);
  return held !== undefined;
}
