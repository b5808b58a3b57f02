import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { hashPassword, verifyPassword } from '../../../db/password.ts';
import { accounts, auditLog } from '../../../db/schema/index.ts';
import type { LoginRequest } from '../../contract/account.ts';
import { ApiError } from '../../errors.ts';

/** Compared where there is no such account, so that the time of the answer does not tell which logins exist. */
const nobodysHash = hashPassword('nobody');

/** Checks login and password; returns the account's id. @throws ApiError login_failed */
export async function logIn(db: Database, { login, password }: LoginRequest, now: Date): Promise<string> {
  const [account] = await db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(sql`lower(${accounts.login})`, login.toLowerCase()), isNull(accounts.disabledAt)));
  const matches = await verifyPassword(password, account?.passwordHash ?? (await nobodysHash));
  if (!account || !matches) throw new ApiError('login_failed');
  await db.insert(auditLog).values({
    at: now,
    accountId: account.id,
    action: 'session.log_in',
    subjectKind: 'account',
    subjectId: account.id,
  });
  return account.id;
}
