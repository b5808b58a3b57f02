import { and, eq, ne } from 'drizzle-orm';
import { hashPassword, verifyPassword } from '../../../db/password.ts';
import { accounts, loginSessions } from '../../../db/schema/index.ts';
import { leastLength, passwordProblem } from '../../../domain/accounts/password-policy.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';

/**
 * Changes the actor's own password, which the present one proves; all other logins of the account end.
 * @throws ApiError password_wrong, password_unchanged, password_too_short, password_obvious, version_conflict
 */
export async function changePassword(
  context: CommandContext,
  { sid, current, next }: { sid: string; current: string; next: string },
): Promise<void> {
  const { db, actor } = context;
  const [account] = await db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId));
  if (!account || !(await verifyPassword(current, account.passwordHash)))
    throw new ApiError('password_wrong');
  if (next === current) throw new ApiError('password_unchanged');
  const problem = passwordProblem(next, actor);
  if (problem) throw new ApiError(problem, { parameters: { least: leastLength } });
  const passwordHash = await hashPassword(next);
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(accounts)
      .set({ passwordHash, mustChangePassword: false })
      .where(and(eq(accounts.id, actor.accountId), eq(accounts.passwordHash, account.passwordHash)))
      .returning({ id: accounts.id });
    // An administrator gave another one meanwhile.
    if (changed.length === 0) throw new ApiError('version_conflict');
    await tx
      .delete(loginSessions)
      .where(and(eq(loginSessions.accountId, actor.accountId), ne(loginSessions.sid, sid)));
    await writeAudit(tx, context, {
      action: 'account.change_password',
      subjectKind: 'account',
      subjectId: actor.accountId,
    });
  });
}
