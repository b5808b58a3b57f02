import { eq } from 'drizzle-orm';
import { hashPassword } from '../../../db/password.ts';
import { accounts, loginSessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { OneTimePassword } from '../../contract/organisation.ts';
import { ApiError } from '../../errors.ts';
import { requireAccountInHand } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { requireAnother } from './lock-account.ts';
import { oneTimePassword } from './one-time-password.ts';

/**
 * Gives an account a new password for one login, answered once, and ends its logins; who is locked stays locked.
 * @throws ApiError account_not_found, account_ended, account_beyond, account_own, substitution_not_passed_on
 */
export async function resetPassword(
  context: CommandContext,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<OneTimePassword> {
  if (context.actor.onBehalfOf) throw new ApiError('substitution_not_passed_on');
  const { login } = await requireAccountInHand(context, accountId);
  requireAnother(context, accountId);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  await context.db.transaction(async (tx) => {
    await tx
      .update(accounts)
      .set({ passwordHash, mustChangePassword: true })
      .where(eq(accounts.id, accountId));
    await tx.delete(loginSessions).where(eq(loginSessions.accountId, accountId));
    await writeAudit(tx, context, {
      action: 'account.reset_password',
      subjectKind: 'account',
      subjectId: accountId,
      details: { reason },
    });
  });
  return { accountId, login, oneTimePassword: password };
}
