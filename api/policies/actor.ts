import { and, eq, gte, isNull, lte, or, placeholder, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { namedByConnection } from '../../db/named-client.ts';
import { accounts, councils, people, roleGrants, substitutions, units } from '../../db/schema/index.ts';
import { holdsOn } from '../../db/substitutions.ts';
import type { CouncilRef, Locale, Role, UnitRef } from '../contract/common.ts';
import { actingFor } from './acting.ts';

/** Role that holds today. */
export interface Grant {
  id: string;
  role: Role;
  unit: UnitRef | null;
  council: CouncilRef | null;
  validFrom: string;
  validTo: string | null;
}

/** Who asks: an account with the roles it holds on the day of the request. */
export interface Actor {
  accountId: string;
  login: string;
  locale: Locale;
  personId: string;
  fullName: string;
  grants: Grant[];
  /** Whom the actor substitutes at present: every act is then that person's, done by the actor (A thay B). */
  onBehalfOf: { substitutionId: string; accountId: string; fullName: string; validTo: string } | null;
  /** Somebody substitutes the actor until the actor acts. */
  endsSubstitution: boolean;
}

/**
 * Reads the account that `which` finds, with its roles of a day; undefined where there is none or it is disabled. The
 * statement is built once; `today` and the placeholders of `which` come with each call. `acting` finds the substitution under which
 * the account acts at present.
 */
export function actorReader<Names extends string = never>(
  db: Database,
  which: SQL,
  acting: SQL<string | null> = sql<string | null>`null::uuid`,
) {
  const statement = db
    .select({
      accountId: accounts.id,
      login: accounts.login,
      locale: accounts.locale,
      personId: accounts.personId,
      fullName: people.fullName,
      acting,
      endsSubstitution: sql<boolean>`exists (select from ${substitutions}
        where ${substitutions.holderId} = ${accounts.id} and ${substitutions.endsWhenHolderActs}
          and ${holdsOn(placeholder('today'))})`,
      grantId: roleGrants.id,
      role: roleGrants.role,
      validFrom: roleGrants.validFrom,
      validTo: roleGrants.validTo,
      unit: { id: units.id, code: units.code, name: units.name, nameEn: units.nameEn },
      council: { id: councils.id, name: councils.name },
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .leftJoin(
      roleGrants,
      and(
        eq(roleGrants.accountId, accounts.id),
        lte(roleGrants.validFrom, placeholder('today')),
        or(isNull(roleGrants.validTo), gte(roleGrants.validTo, placeholder('today'))),
      ),
    )
    .leftJoin(units, eq(units.id, roleGrants.unitId))
    .leftJoin(councils, eq(councils.id, roleGrants.councilId))
    .where(and(which, isNull(accounts.disabledAt)))
    .prepare(namedByConnection);
  return async (values: Record<Names | 'today', string>): Promise<Actor | undefined> => {
    const rows = await statement.execute(values);
    const [first] = rows;
    if (!first) return undefined;
    const { accountId, login, locale, personId, fullName, endsSubstitution } = first;
    const grants = rows.flatMap(({ grantId, role, validFrom, validTo, unit, council }) =>
      grantId && role && validFrom ? [{ id: grantId, role, validFrom, validTo, unit, council }] : [],
    );
    const own = { accountId, login, locale, personId, fullName, grants, onBehalfOf: null, endsSubstitution };
    return first.acting === null ? own : actingFor(db, own, first.acting, values.today);
  };
}

/** The account with its roles of `today`, as above. */
export const loadActor = (db: Database, accountId: string, today: string): Promise<Actor | undefined> =>
  actorReader(db, eq(accounts.id, accountId))({ today });

/** Units on which the actor holds one of the roles; each covers all units below it. */
export function unitsOfRoles(actor: Actor, roles: readonly Role[]): string[] {
  return actor.grants.flatMap(({ role, unit }) => (unit && roles.includes(role) ? [unit.id] : []));
}

/** Councils on which the actor holds one of the roles. */
export function councilsOfRoles(actor: Actor, roles: readonly Role[]): string[] {
  return actor.grants.flatMap(({ role, council }) => (council && roles.includes(role) ? [council.id] : []));
}
