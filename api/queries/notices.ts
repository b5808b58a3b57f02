import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { notices, subjects, tasks } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { type Page, rowsOf } from './paging.ts';
import { isoOrNull, subjectColumns } from './references.ts';

export interface NoticeQuery extends Page {
  unread?: 'true' | 'false' | undefined;
}

/** The account's own notices, newest first. */
export async function findNotices({ db, actor }: CommandContext, query: NoticeQuery) {
  const where = and(
    eq(notices.accountId, actor.accountId),
    query.unread === 'true' ? isNull(notices.readAt) : undefined,
    query.unread === 'false' ? isNotNull(notices.readAt) : undefined,
  );
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: notices.id,
        kind: notices.kind,
        subject: subjectColumns,
        taskId: notices.taskId,
        taskName: tasks.name,
        offset: notices.offset,
        reason: notices.reason,
        createdAt: notices.createdAt,
        readAt: notices.readAt,
      })
      .from(notices)
      .innerJoin(subjects, eq(subjects.id, notices.subjectId))
      .leftJoin(tasks, eq(tasks.id, notices.taskId))
      .where(where)
      .orderBy(desc(notices.createdAt), desc(notices.id))
      .limit(rowsOf(query).limit)
      .offset(rowsOf(query).offset),
    db.select({ count: count() }).from(notices).where(where),
  ]);
  const items = rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    readAt: isoOrNull(row.readAt),
  }));
  return { items, total: total?.count ?? 0 };
}

/** How many notices the account has not read. */
export async function countUnread({ db, actor }: Pick<CommandContext, 'db' | 'actor'>): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(notices)
    .where(and(eq(notices.accountId, actor.accountId), isNull(notices.readAt)));
  return row?.count ?? 0;
}
