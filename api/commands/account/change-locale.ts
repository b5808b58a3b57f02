import { eq } from 'drizzle-orm';
import { accounts } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { Locale } from '../../contract/common.ts';

/** Sets the language in which the account reads pages, errors and mails. */
export async function changeLocale({ db, actor }: CommandContext, locale: Locale): Promise<void> {
  await db.update(accounts).set({ locale }).where(eq(accounts.id, actor.accountId));
}
