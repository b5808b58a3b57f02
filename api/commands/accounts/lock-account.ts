import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { accounts, loginSessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { requireAccountInHand } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { keepingAdministrators } from './administrators.ts';

export interface AccountAct {
  accountId: string;
  reason: string;
}

/** Nobody shuts themselves out. @throws ApiError account_own */
export function requireAnother({ actor }: CommandContext, accountId: string): void {
  if (actor.accountId === accountId) throw new ApiError('account_own');
}

/**
 * Locks an account (khóa): its logins end and none begins until it is unlocked. Its roles stay, and who substitutes it loses them meanwhile.
 * @throws ApiError account_not_found, account_ended, account_beyond, account_own, account_locked_already, last_administrator
 */
export async function lockAccount(context: CommandContext, { accountId, reason }: AccountAct): Promise<void> {
  await requireAccountInHand(context, accountId);
  requireAnother(context, accountId);
  await context.db.transaction((tx) =>
    keepingAdministrators(tx, context, async () => {
      const locked = await tx
        .update(accounts)
        .set({ disabledAt: context.now })
        .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)))
        .returning({ id: accounts.id });
      if (locked.length === 0) throw new ApiError('account_locked_already');
      await tx.delete(loginSessions).where(eq(loginSessions.accountId, accountId));
      await writeAudit(tx, context, {
        action: 'account.lock',
        subjectKind: 'account',
        subjectId: accountId,
        details: { reason },
      });
    }),
  );
}

/** @throws ApiError account_not_found, account_ended, account_beyond, account_not_locked */
export async function unlockAccount(
  context: CommandContext,
  { accountId, reason }: AccountAct,
): Promise<void> {
  await requireAccountInHand(context, accountId);
  await context.db.transaction(async (tx) => {
    const unlocked = await tx
      .update(accounts)
      .set({ disabledAt: null })
      .where(and(eq(accounts.id, accountId), isNotNull(accounts.disabledAt), isNull(accounts.endedAt)))
      .returning({ id: accounts.id });
    if (unlocked.length === 0) throw new ApiError('account_not_locked');
    await writeAudit(tx, context, {
      action: 'account.unlock',
      subjectKind: 'account',
      subjectId: accountId,
      details: { reason },
    });
  });
}
