import { and, asc, eq, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { Database, Executor } from '../db/client.ts';
import {
  accounts,
  councils,
  notices,
  officePapers,
  paperEntries,
  papers,
  people,
  sessions,
  subjects,
  tasks,
  units,
} from '../db/schema/index.ts';
import { type MailSettings, openMailer } from './mail.ts';
import { composeNotice } from './notice-mail.ts';

export type { MailSettings } from './mail.ts';

/** Some mails were not accepted; the others were sent. Trying again sends only what is left. */
export class MailsLeftError extends Error {
  readonly code = 'mails_left';
}

/**
 * Sends the mail of every unsent notice of an instance (of all instances where `instanceId` is null), oldest first, each
 * once: a row is claimed with `for update skip locked` and marked in the transaction that sent it. Several workers may
 * run it at once. People without an address, and accounts that are disabled, get no mail.
 * @throws MailsLeftError when the server refused some
 */
export async function sendNotices(
  { db, mail }: { db: Database; mail: MailSettings },
  { instanceId }: { instanceId: string | null },
): Promise<void> {
  if (mail.smtpUrl === null) return;
  const mailer = openMailer(mail.smtpUrl, mail.from);
  const refused: { id: string; why: string }[] = [];
  try {
    let more = true;
    while (more) {
      more = await db.transaction(async (tx) => {
        const id = await claim(
          tx,
          instanceId,
          refused.map((each) => each.id),
        );
        if (id === null) return false;
        try {
          await mailer.send(await compose(tx, id, mail));
          await tx.update(notices).set({ sentAt: sql`now()` }).where(eq(notices.id, id));
        } catch (error) {
          refused.push({ id, why: error instanceof Error ? error.message : String(error) });
        }
        return true;
      });
    }
  } finally {
    mailer.close();
  }
  const first = refused[0];
  if (first) throw new MailsLeftError(`${refused.length} mails were not accepted; the first: ${first.why}`);
}

/** The oldest notice that nobody else is sending, or null. */
async function claim(tx: Executor, instanceId: string | null, except: string[]): Promise<string | null> {
  const [notice] = await tx
    .select({ id: notices.id })
    .from(notices)
    .innerJoin(accounts, eq(accounts.id, notices.accountId))
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(subjects, eq(subjects.id, notices.subjectId))
    .where(
      and(
        isNull(notices.sentAt),
        isNotNull(people.email),
        isNull(accounts.disabledAt),
        instanceId === null ? undefined : eq(subjects.instanceId, instanceId),
        except.length === 0 ? undefined : notInArray(notices.id, except),
      ),
    )
    .orderBy(asc(notices.createdAt), asc(notices.id))
    .limit(1)
    .for('update', { of: notices, skipLocked: true });
  return notice?.id ?? null;
}

async function compose(tx: Executor, noticeId: string, { publicUrl, from }: MailSettings) {
  const [row] = await tx
    .select({
      id: notices.id,
      kind: notices.kind,
      reason: notices.reason,
      createdAt: notices.createdAt,
      locale: accounts.locale,
      name: people.fullName,
      address: people.email,
      subject: {
        id: subjects.id,
        kind: subjects.kind,
        code: subjects.code,
        title: subjects.title,
      },
      session: {
        place: sessions.place,
        mode: sessions.mode,
        scheduledAt: sessions.scheduledAt,
        closesAt: sessions.closesAt,
      },
      council: councils.name,
      sequence: sql<number>`(select count(*)::int from ${notices} as earlier where earlier.subject_id = ${notices.subjectId}
        and earlier.account_id = ${notices.accountId} and earlier.created_at < ${notices.createdAt})`,
      unitName: units.name,
      unitNameEn: units.nameEn,
      taskId: tasks.id,
      taskName: tasks.name,
      dueAt: tasks.dueAt,
      symbol: sql<string | null>`coalesce(${papers.symbol}, ${officePapers.symbol})`,
    })
    .from(notices)
    .innerJoin(accounts, eq(accounts.id, notices.accountId))
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(subjects, eq(subjects.id, notices.subjectId))
    .innerJoin(units, eq(units.id, subjects.unitId))
    .leftJoin(sessions, eq(sessions.id, notices.subjectId))
    .leftJoin(councils, eq(councils.id, sessions.councilId))
    .leftJoin(tasks, eq(tasks.id, notices.taskId))
    .leftJoin(
      papers,
      and(
        or(
          eq(papers.subjectId, subjects.id),
          sql`${papers.id} in (select ${paperEntries.paperId} from ${paperEntries} where ${paperEntries.dossierId} = ${subjects.id})`,
        ),
        eq(papers.kind, 'decision'),
        eq(papers.status, 'issued'),
      ),
    )
    .leftJoin(officePapers, eq(officePapers.id, subjects.id))
    .where(eq(notices.id, noticeId))
    .limit(1);
  if (!row) throw new Error(`there is no notice ${noticeId}`);
  const { session, council, sequence, ...facts } = row;
  return composeNotice(
    { ...facts, session: session && { ...session, council: council ?? '', sequence } },
    publicUrl,
    from,
  );
}
