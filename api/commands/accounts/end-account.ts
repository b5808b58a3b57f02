import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { accounts, loginSessions, roleGrants, tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { requireAccountInHand } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { keepingAdministrators } from './administrators.ts';
import { deleteGrants } from './end-role.ts';
import { type AccountAct, requireAnother } from './lock-account.ts';

/**
 * Ends an account for good (chấm dứt), as when its person leaves: its logins and roles end today, and tasks it had taken are free for others.
 * What it did stays under its name; the person may get another one.
 * @throws ApiError account_not_found, account_ended, account_beyond, account_own, last_administrator
 */
export async function endAccount(context: CommandContext, { accountId, reason }: AccountAct): Promise<void> {
  const { disabledAt } = await requireAccountInHand(context, accountId);
  requireAnother(context, accountId);
  const { now, today } = context;
  await context.db.transaction((tx) =>
    keepingAdministrators(tx, context, async () => {
      const ended = await tx
        .update(accounts)
        .set({ disabledAt: disabledAt ?? now, endedAt: now })
        .where(and(eq(accounts.id, accountId), isNull(accounts.endedAt)))
        .returning({ id: accounts.id });
      if (ended.length === 0) throw new ApiError('account_ended');
      await tx.delete(loginSessions).where(eq(loginSessions.accountId, accountId));
      await endRolesOf(tx, accountId, today);
      const released = await tx
        .update(tasks)
        .set({ status: 'open', assigneeId: null, version: sql`${tasks.version} + 1` })
        .where(and(eq(tasks.assigneeId, accountId), eq(tasks.status, 'claimed')))
        .returning({ id: tasks.id });
      await writeAudit(tx, context, {
        action: 'account.end',
        subjectKind: 'account',
        subjectId: accountId,
        details: { reason, released: released.map(({ id }) => id) },
      });
    }),
  );
}

async function endRolesOf(tx: Executor, accountId: string, today: string): Promise<void> {
  await deleteGrants(tx, and(eq(roleGrants.accountId, accountId), gt(roleGrants.validFrom, today)));
  await tx
    .update(roleGrants)
    .set({ validTo: today })
    .where(
      and(
        eq(roleGrants.accountId, accountId),
        lte(roleGrants.validFrom, today),
        or(isNull(roleGrants.validTo), gt(roleGrants.validTo, today)),
      ),
    );
}
