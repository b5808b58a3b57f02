import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import { accounts, councils, people, positions, roleGrants, units } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { lastPost } from './ledger.ts';
import { coversUnit, unitsBelow } from './places.ts';

export type Unit = typeof units.$inferSelect;
export type Account = typeof accounts.$inferSelect;
type Asker = { db: Executor; actor: Actor };

/**
 * What holds for every unit, as a definition or the working calendar, is changed only by an administrator of a whole
 * organisation (a unit with none above it). @throws ApiError forbidden
 */
export async function requireOrganisationAdmin({ db, actor }: Asker): Promise<void> {
  const [root] = await db
    .select({ id: units.id })
    .from(units)
    .where(and(isNull(units.parentId), sql`${units.id} = any(${idArray(unitsOfRoles(actor, ['admin']))})`))
    .limit(1);
  if (!root) throw new ApiError('forbidden');
}

/** Units that the actor administers: those of the role, with all below. */
export const administeredUnits = (actor: Actor): SQL => unitsBelow(unitsOfRoles(actor, ['admin']));

/** May the actor administer anything at all? @throws ApiError forbidden */
export function requireAdmin({ actor }: Pick<Asker, 'actor'>): void {
  if (unitsOfRoles(actor, ['admin']).length === 0) throw new ApiError('forbidden');
}

/** The unit, where the actor administers it. @throws ApiError unit_not_found, forbidden */
export async function requireAdministeredUnit({ db, actor }: Asker, unitId: string): Promise<Unit> {
  const [unit] = await db.select().from(units).where(eq(units.id, unitId));
  if (!unit) throw new ApiError('unit_not_found');
  if (!(await coversUnit(db, actor, ['admin'], unitId))) throw new ApiError('forbidden');
  return unit;
}

/** Condition on `people`: does the actor administer them? Whoever serves, or served last, in one of the actor's units. */
export const administeredPeople = (actor: Actor): SQL =>
  sql`exists (select from ${positions} where ${positions.personId} = ${people.id}
    and ${positions.unitId} in ${administeredUnits(actor)} and ${lastPost})`;

/** Condition on `people`: those, and whoever holds a role in the actor's units today or later, wherever they serve. */
export const peopleOfUnits = ({ actor, today }: Pick<CommandContext, 'actor' | 'today'>): SQL =>
  sql`(${administeredPeople(actor)}
    or exists (select from ${accounts} join ${roleGrants} on ${roleGrants.accountId} = ${accounts.id}
      where ${accounts.personId} = ${people.id} and ${roleGrants.unitId} in ${administeredUnits(actor)}
        and coalesce(${roleGrants.validTo} >= ${today}, true)))`;

/** @throws ApiError person_not_found, also where the actor does not administer the person */
export function requireAdministeredPerson(context: CommandContext, personId: string) {
  return requirePerson(context, personId, administeredPeople(context.actor));
}

/** The same where one only reads: also whoever serves elsewhere and holds a role here. @throws ApiError person_not_found */
export function requirePersonOfUnits(context: CommandContext, personId: string) {
  return requirePerson(context, personId, peopleOfUnits(context));
}

async function requirePerson({ db }: CommandContext, personId: string, condition: SQL) {
  const [person] = await db
    .select()
    .from(people)
    .where(and(eq(people.id, personId), condition));
  if (!person) throw new ApiError('person_not_found');
  return person;
}

/** The account of somebody who serves or holds a role in the actor's units. @throws ApiError account_not_found, account_ended */
export async function requireAccount(context: CommandContext, accountId: string): Promise<Account> {
  const [found] = await context.db
    .select({ account: accounts })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(and(eq(accounts.id, accountId), peopleOfUnits(context)));
  if (!found) throw new ApiError('account_not_found');
  if (found.account.endedAt) throw new ApiError('account_ended');
  return found.account;
}

/**
 * The account, where all that it may do, today or later, is inside what the actor administers. Who could give somebody of a higher unit a
 * new password would have that person's roles. @throws ApiError account_not_found, account_ended, account_beyond
 */
export async function requireAccountInHand(context: CommandContext, accountId: string): Promise<Account> {
  const account = await requireAccount(context, accountId);
  const place = sql`coalesce(${roleGrants.unitId}, ${councils.unitId})`;
  const [beyond] = await context.db
    .select({ name: units.name, nameEn: units.nameEn })
    .from(roleGrants)
    .leftJoin(councils, eq(councils.id, roleGrants.councilId))
    .innerJoin(units, eq(units.id, place))
    .where(
      and(
        eq(roleGrants.accountId, accountId),
        or(isNull(roleGrants.validTo), sql`${roleGrants.validTo} >= ${context.today}`),
        sql`${place} not in ${administeredUnits(context.actor)}`,
      ),
    )
    .limit(1);
  if (beyond)
    throw new ApiError('account_beyond', { parameters: { unit: { vi: beyond.name, en: beyond.nameEn } } });
  return account;
}
