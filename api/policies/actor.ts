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
  /** Logged in with a password that somebody else gave: nothing but choosing another one is possible. */
  mustChangePassword: boolean;
  grants: Grant[];
  /** Whom the actor substitutes at present: every act is then that person's, done by the actor (A thay B). */
  onBehalfOf: {
    substitutionId: string;
    accountId: string;
    fullName: string;
    validTo: string;
    /** The paper it rests on, as cited. */
    paper: string;
  } | null;
  /** Somebody substitutes the actor until the actor acts. */
  endsSubstitution: boolean;
}

/**
 * Reads accounts with their roles of a day. `logins` is a query that gives `key`, `account_id` and `acting_for`, the
 * substitution under which the account acts at present. Answers the actors by key, without those that are disabled.
 * The statement is built once; `today` and the placeholders of `logins` come with each call.
 */
export function actorsReader<Names extends string = never>(db: Database, logins: SQL) {
  const statement = db
    .select({
      accountId: accounts.id,
      login: accounts.login,
      locale: accounts.locale,
      personId: accounts.personId,
      fullName: people.fullName,
      mustChangePassword: accounts.mustChangePassword,
      key: sql<string>`login.key`,
      acting: sql<string | null>`login.acting_for`,
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
    .innerJoin(sql`(${logins}) login`, sql`login.account_id = ${accounts.id}`)
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
    .where(isNull(accounts.disabledAt))
    .prepare(namedByConnection);
  return async (values: Record<Names, unknown> & { today: string }): Promise<Map<string, Actor>> => {
    const rows = await statement.execute(values);
    const actors = new Map<string, Actor>();
    for (const [key, [first, ...further]] of Map.groupBy(rows, ({ key }) => key)) {
      if (first) actors.set(key, await actorOf(db, [first, ...further], values.today));
    }
    return actors;
  };
}

type ActorRow = Omit<Actor, 'grants' | 'onBehalfOf'> & {
  acting: string | null;
  grantId: string | null;
  role: Role | null;
  validFrom: string | null;
  validTo: string | null;
  unit: UnitRef | null;
  council: CouncilRef | null;
};

/** One row per role, or a single one without. */
async function actorOf(db: Database, rows: [ActorRow, ...ActorRow[]], today: string): Promise<Actor> {
  const { accountId, login, locale, personId, fullName, mustChangePassword, endsSubstitution, acting } =
    rows[0];
  const grants = rows.flatMap(({ grantId, role, validFrom, validTo, unit, council }) =>
    grantId && role && validFrom ? [{ id: grantId, role, validFrom, validTo, unit, council }] : [],
  );
  const own = {
    ...{ accountId, login, locale, personId, fullName, mustChangePassword },
    ...{ grants, onBehalfOf: null, endsSubstitution },
  };
  return acting === null ? own : actingFor(db, own, acting, today);
}

/** The account with its roles of `today`; undefined where there is none or it is disabled. */
export async function loadActor(db: Database, accountId: string, today: string): Promise<Actor | undefined> {
  const login = sql`select ${accountId}::uuid as account_id, '' as key, null::uuid as acting_for`;
  const actors = await actorsReader(db, login)({ today });
  return actors.get('');
}

/** Units on which the actor holds one of the roles; each covers all units below it. */
export function unitsOfRoles(actor: Actor, roles: readonly Role[]): string[] {
  return actor.grants.flatMap(({ role, unit }) => (unit && roles.includes(role) ? [unit.id] : []));
}

/** Councils on which the actor holds one of the roles. */
export function councilsOfRoles(actor: Actor, roles: readonly Role[]): string[] {
  return actor.grants.flatMap(({ role, council }) => (council && roles.includes(role) ? [council.id] : []));
}
