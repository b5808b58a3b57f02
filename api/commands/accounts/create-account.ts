import { and, eq, gte, isNull, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { hashPassword } from '../../../db/password.ts';
import { accounts, councilMembers, people, roleGrants } from '../../../db/schema/index.ts';
import { rolesOfSeat } from '../../../domain/roles.ts';
import type { CommandContext } from '../../context.ts';
import type { Locale } from '../../contract/common.ts';
import type { OneTimePassword } from '../../contract/organisation.ts';
import { ApiError } from '../../errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { requireAdministeredPerson } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { oneTimePassword } from './one-time-password.ts';

/**
 * Gives a person an account with a password for the first login only, which is answered once and never again. It holds the roles
 * of the person's seats in councils from the beginning, and no others.
 * @throws ApiError person_not_found, account_exists, login_taken
 */
export async function createAccount(
  context: CommandContext,
  personId: string,
  { login, locale }: { login: string; locale: Locale },
): Promise<OneTimePassword> {
  await requireAdministeredPerson(context, personId);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  try {
    return await context.db.transaction(async (tx) => {
      await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
      const [standing] = await tx
        .select({ login: accounts.login })
        .from(accounts)
        .where(and(eq(accounts.personId, personId), isNull(accounts.endedAt)));
      if (standing) throw new ApiError('account_exists', { parameters: { login: standing.login } });
      const accountId = await insertAccount(tx, context, { personId, login, locale, passwordHash });
      return { accountId, login, oneTimePassword: password };
    });
  } catch (error) {
    if (violatedIndex(error) === 'accounts_login')
      throw new ApiError('login_taken', { parameters: { login } });
    throw error;
  }
}

/** The account with the roles of the person's seats, and its line in the audit log; returns its id. */
export async function insertAccount(
  tx: Executor,
  context: CommandContext,
  account: { personId: string; login: string; locale: Locale; passwordHash: string },
): Promise<string> {
  const { personId, login } = account;
  const [row] = await tx
    .insert(accounts)
    .values({ ...account, mustChangePassword: true })
    .returning({ id: accounts.id });
  if (!row) throw new Error('insert of an account returned no row');
  const seats = await tx
    .select()
    .from(councilMembers)
    .where(
      and(
        eq(councilMembers.personId, personId),
        or(isNull(councilMembers.validTo), gte(councilMembers.validTo, context.today)),
      ),
    );
  const grants = seats.flatMap(({ capacity, councilId, validFrom, validTo }) =>
    rolesOfSeat(capacity).map((role) => ({ accountId: row.id, role, councilId, validFrom, validTo })),
  );
  if (grants.length > 0) await tx.insert(roleGrants).values(grants);
  await writeAudit(tx, context, {
    action: 'account.create',
    subjectKind: 'account',
    subjectId: row.id,
    details: { personId, login, seats: grants.map(({ role, councilId }) => ({ role, councilId })) },
  });
  return row.id;
}
