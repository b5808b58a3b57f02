import { and, eq, sql } from 'drizzle-orm';
import { notices } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';

/** Marks one of the actor's own notices as read; the first time counts. @throws ApiError notice_not_found */
export async function readNotice({ db, actor, now }: CommandContext, noticeId: string): Promise<void> {
  const read = await db
    .update(notices)
    .set({ readAt: sql`coalesce(${notices.readAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(notices.id, noticeId), eq(notices.accountId, actor.accountId)))
    .returning({ id: notices.id });
  if (read.length === 0) throw new ApiError('notice_not_found');
}
