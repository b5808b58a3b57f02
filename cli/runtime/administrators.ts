import { and, eq, isNull, sql } from 'drizzle-orm';
import { oneTimePassword } from '../../api/commands/accounts/one-time-password.ts';
import { ApiError } from '../../api/errors.ts';
import { violatedIndex } from '../../api/http/error-mapping.ts';
import type { Database, Executor } from '../../db/client.ts';
import { hashPassword } from '../../db/password.ts';
import {
  accounts,
  auditLog,
  loginSessions,
  people,
  positions,
  roleGrants,
  units,
} from '../../db/schema/index.ts';
import { lockOrganisation } from '../../db/unit-changes.ts';
import { leastLength, passwordProblem } from '../../domain/accounts/password-policy.ts';
import { localDate } from '../../engine/time/local-date.ts';
import { StartError } from './start-error.ts';

export interface FirstAdministrator {
  login: string;
  fullName: string;
  title: string;
  /** Code of the unit to administer; made as a root with `unitName` where there is none of that code. */
  unitCode: string;
  unitName: string | null;
  /** One's own; null: one for the first login is made. */
  password: string | null;
  /** Also where somebody administers already. */
  beside: boolean;
}

/**
 * Makes an administrator from outside, as an empty database needs one; answers the password of the first login, or null where one's own was given.
 * @throws StartError administrator_exists; ApiError unit_not_found, login_taken, password_too_short, password_obvious
 */
export async function createFirstAdministrator(
  db: Database,
  { login, fullName, title, unitCode, unitName, password, beside }: FirstAdministrator,
  now: Date,
): Promise<string | null> {
  requireGood(password, { login, fullName });
  const given = password ?? oneTimePassword();
  const passwordHash = await hashPassword(given);
  const validFrom = localDate(now.toISOString());
  await db
    .transaction(async (tx) => {
      await lockOrganisation(tx);
      if (!beside && (await isAdministered(tx, validFrom)))
        throw new StartError(
          'administrator_exists',
          'Somebody administers here already and can add others in the pages. To make another one from outside all the same, say --beside.',
        );
      const unitId = await unitOf(tx, { unitCode, unitName, validFrom });
      const [person] = await tx.insert(people).values({ fullName }).returning({ id: people.id });
      if (!person) throw new Error('insert of a person returned no row');
      await tx.insert(positions).values({ personId: person.id, unitId, title, validFrom });
      const [account] = await tx
        .insert(accounts)
        .values({ personId: person.id, login, passwordHash, mustChangePassword: password === null })
        .returning({ id: accounts.id });
      if (!account) throw new Error('insert of an account returned no row');
      await tx.insert(roleGrants).values({ accountId: account.id, role: 'admin', unitId, validFrom });
      await noted(tx, now, 'account.create_administrator', account.id, { login, unitId });
    })
    .catch((error: unknown) => {
      if (violatedIndex(error) === 'accounts_login')
        throw new ApiError('login_taken', { parameters: { login } });
      throw error;
    });
  return password === null ? given : null;
}

/**
 * Gives an account a new password from outside, as the only administrator who has forgotten theirs needs it; it is unlocked, and its logins end.
 * @throws ApiError account_not_found, account_ended, password_too_short, password_obvious
 */
export async function recoverAccount(
  db: Database,
  { login, password }: { login: string; password: string | null },
  now: Date,
): Promise<string | null> {
  const [account] = await db
    .select({ id: accounts.id, endedAt: accounts.endedAt, fullName: people.fullName })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(sql`lower(${accounts.login})`, login));
  if (!account) throw new ApiError('account_not_found');
  if (account.endedAt) throw new ApiError('account_ended');
  requireGood(password, { login, fullName: account.fullName });
  const given = password ?? oneTimePassword();
  const passwordHash = await hashPassword(given);
  await db.transaction(async (tx) => {
    await tx
      .update(accounts)
      .set({ passwordHash, mustChangePassword: password === null, disabledAt: null })
      .where(and(eq(accounts.id, account.id), isNull(accounts.endedAt)));
    await tx.delete(loginSessions).where(eq(loginSessions.accountId, account.id));
    await noted(tx, now, 'account.recover', account.id, { login });
  });
  return password === null ? given : null;
}

function requireGood(password: string | null, of: { login: string; fullName: string }): void {
  const problem = password === null ? null : passwordProblem(password, of);
  if (problem) throw new ApiError(problem, { parameters: { least: leastLength } });
}

/** Can anybody who administers something log in? */
async function isAdministered(tx: Executor, today: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from role_grants g join accounts a on a.id = g.account_id
    where g.role = 'admin' and coalesce(g.valid_to >= ${today}, true) and a.disabled_at is null limit 1`);
  return rows.length > 0;
}

async function unitOf(
  tx: Executor,
  { unitCode, unitName, validFrom }: { unitCode: string; unitName: string | null; validFrom: string },
): Promise<string> {
  const [standing] = await tx.select({ id: units.id }).from(units).where(eq(units.code, unitCode));
  if (standing) return standing.id;
  if (unitName === null) throw new ApiError('unit_not_found');
  // What else there is to say of it, the page of the unit changes.
  const [unit] = await tx
    .insert(units)
    .values({
      code: unitCode,
      name: unitName,
      nameEn: unitName,
      kind: 'ministry',
      level: 'ministry',
      validFrom,
    })
    .returning({ id: units.id });
  if (!unit) throw new Error('insert of a unit returned no row');
  return unit.id;
}

/** Nobody is logged in who could be named: the log says that it came from outside. */
async function noted(
  tx: Executor,
  at: Date,
  action: string,
  subjectId: string,
  details: Record<string, unknown>,
): Promise<void> {
  await tx
    .insert(auditLog)
    .values({ at, action, subjectKind: 'account', subjectId, details: { ...details, by: 'vinhdanh admin' } });
}
