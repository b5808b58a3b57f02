import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { accounts, councilMembers, notices, sessionMembers } from '../../db/schema/index.ts';
import { localDate } from '../../engine/time/local-date.ts';
import { writeNotices } from '../notices.ts';
import { forSession, header, type SessionJobContext } from './job.ts';

const kinds = ['session_invited', 'session_reminder', 'session_cancelled', 'session_unfinished'] as const;

/**
 * `tell-of-session` (header `notice`): tells the members of a session; that a circulation could not be closed is told to
 * secretary and chair alone. Who was invited today needs no reminder.
 */
export const tellOfSession = forSession(async (context) => {
  const { tx, session, job, now, today } = context;
  const kind = header(job, 'notice', kinds);
  const members = await membersToTell(context, kind === 'session_unfinished');
  const invited = kind === 'session_reminder' ? await invitedOn(context, today) : [];
  const accountIds = members.filter((id) => !invited.includes(id));
  const reason = kind === 'session_invited' || kind === 'session_cancelled' ? session.changeReason : null;
  return { notices: await writeNotices(tx, { kind, accountIds, subjectId: session.id, reason }, now) };
});

/** Accounts of the members as they stood at the opening; before it of those in office. */
async function membersToTell(
  { tx, session, today }: SessionJobContext,
  onlyWhoManage: boolean,
): Promise<string[]> {
  const table = session.openedAt === null ? councilMembers : sessionMembers;
  const ofSession =
    session.openedAt === null
      ? and(
          eq(councilMembers.councilId, session.councilId),
          lte(councilMembers.validFrom, today),
          or(isNull(councilMembers.validTo), gte(councilMembers.validTo, today)),
        )
      : eq(sessionMembers.sessionId, session.id);
  const rows = await tx
    .selectDistinct({ id: accounts.id })
    .from(table)
    .innerJoin(accounts, eq(accounts.personId, table.personId))
    .where(
      and(
        ofSession,
        isNull(accounts.disabledAt),
        onlyWhoManage ? inArray(table.capacity, ['chair', 'vice_chair', 'secretary']) : undefined,
      ),
    );
  return rows.map(({ id }) => id);
}

async function invitedOn({ tx, session }: SessionJobContext, today: string): Promise<string[]> {
  const rows = await tx
    .select({ id: notices.accountId, at: notices.createdAt })
    .from(notices)
    .where(and(eq(notices.subjectId, session.id), eq(notices.kind, 'session_invited')));
  return rows.filter(({ at }) => localDate(at.toISOString()) === today).map(({ id }) => id);
}
