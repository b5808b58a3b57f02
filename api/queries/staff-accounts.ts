import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { accounts, councils, roleGrants } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { StaffAccount } from '../contract/organisation.ts';
import { administeredUnits } from '../policies/organisation.ts';
import { unitAs } from './references.ts';

/** Accounts of a person with all their roles, past and to come; the one in use first. */
export async function accountsOf(
  { db, actor, today }: CommandContext,
  personId: string,
): Promise<StaffAccount[]> {
  const rows = await db
    .select()
    .from(accounts)
    .where(eq(accounts.personId, personId))
    .orderBy(sql`${accounts.endedAt} desc nulls first`, asc(accounts.login));
  const unit = unitAs('grant_unit');
  const grants = await db
    .select({
      accountId: roleGrants.accountId,
      role: {
        id: roleGrants.id,
        role: roleGrants.role,
        validFrom: roleGrants.validFrom,
        validTo: roleGrants.validTo,
        administered: sql<boolean>`coalesce(${roleGrants.unitId}, ${councils.unitId}) in ${administeredUnits(actor)}`,
      },
      unit: unit.columns,
      council: { id: councils.id, name: councils.name },
    })
    .from(roleGrants)
    .leftJoin(unit.unit, eq(unit.unit.id, roleGrants.unitId))
    .leftJoin(councils, eq(councils.id, roleGrants.councilId))
    .where(
      inArray(
        roleGrants.accountId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(desc(roleGrants.validFrom), asc(roleGrants.role), asc(roleGrants.id));
  return rows.map(({ id, login, locale, mustChangePassword, disabledAt, endedAt }) => {
    const roles = grants
      .filter(({ accountId }) => accountId === id)
      .map(({ role, unit: place, council }) => ({ ...role, unit: place, council }));
    return {
      ...{ id, login, locale, mustChangePassword, roles },
      state: endedAt ? 'ended' : disabledAt ? 'locked' : 'active',
      inHand: roles.every(
        ({ administered, validTo }) => administered || (validTo !== null && validTo < today),
      ),
    };
  });
}
