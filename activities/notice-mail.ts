import type { subjects } from '../db/schema/index.ts';
import { subjectPath, subjectWords } from '../domain/subjects.ts';
import { renderHtml, renderText } from '../templates/render.ts';
import { calendarEntry } from './calendar-entry.ts';
import { addressOf, type Mail } from './mail.ts';
import type { NoticeKind } from './notices.ts';

/** Session of a council that a notice is about. */
export interface SessionFacts {
  council: string;
  place: string;
  mode: 'meeting' | 'circulation';
  scheduledAt: Date;
  closesAt: Date | null;
  /** Mails about it that the reader got before this one. */
  sequence: number;
}

/** What a mail about a notice needs to know. */
export interface NoticeFacts {
  id: string;
  kind: NoticeKind;
  reason: string | null;
  createdAt: Date;
  locale: 'vi' | 'en';
  /** Who gets it. */
  name: string;
  address: string | null;
  subject: Pick<typeof subjects.$inferSelect, 'kind' | 'id' | 'code' | 'title'>;
  /** The subject's own facts, where it is a session. */
  session: SessionFacts | null;
  /** Unit that the subject belongs to. */
  unitName: string;
  unitNameEn: string;
  /** Task the notice is about; null for one about the subject as a whole. */
  taskId: string | null;
  taskName: string | null;
  dueAt: Date | null;
  /** Symbol of the issued decision. */
  symbol: string | null;
}

/**
 * Writes the mail of a notice in the reader's language. The template `templates/mail/LOCALE/KIND.hbs` is plain text: its
 * first line is the subject, the rest the message, paragraphs parted by blank lines. An invitation, and what takes it back,
 * brings an entry for the reader's calendar.
 */
export function composeNotice(facts: NoticeFacts, publicUrl: string, from: string): Mail {
  const { address, locale, session } = facts;
  if (address === null) throw new Error(`notice ${facts.id} has no address`);
  const ofTask = facts.taskId !== null && session === null;
  const link = publicUrl + (ofTask ? `/tasks/${facts.taskId}` : subjectPath(facts.subject));
  const kind = subjectWords[facts.subject.kind][locale];
  const written = renderText(`mail/${locale}/${facts.kind}`, {
    kind,
    Kind: kind.charAt(0).toLocaleUpperCase(locale) + kind.slice(1),
    code: facts.subject.code,
    title: facts.subject.title,
    unit: locale === 'vi' ? facts.unitName : facts.unitNameEn,
    task: facts.taskName,
    due: facts.dueAt === null ? null : lastDay(facts.dueAt),
    reason: facts.reason,
    symbol: facts.symbol,
    session: session && sessionWords(session, locale),
  });
  const [subject = '', ...rest] = written.trim().split('\n');
  const paragraphs = rest
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  const frame = { name: facts.name, paragraphs, link, locale, subject };
  return {
    id: facts.id,
    to: { name: facts.name, address },
    subject,
    text: renderText(`mail/${locale}/frame-text`, frame),
    html: renderHtml(`mail/${locale}/frame-html`, frame),
    locale,
    ...(session &&
      entersCalendar(facts.kind) && {
        calendar: calendarEntry({
          id: facts.subject.id,
          sequence: session.sequence,
          title: facts.subject.title,
          place: session.place,
          startsAt: session.scheduledAt,
          endsAt: session.closesAt,
          link,
          organiser: addressOf(from),
          attendee: { name: facts.name, address },
          isCancelled: facts.kind === 'session_cancelled',
          writtenAt: facts.createdAt,
        }),
      }),
  };
}

const entersCalendar = (kind: NoticeKind) => kind === 'session_invited' || kind === 'session_cancelled';

const sessionWords = (
  { council, place, mode, scheduledAt, closesAt }: SessionFacts,
  locale: 'vi' | 'en',
) => ({
  council,
  place: place === '' ? null : place,
  isCirculation: mode === 'circulation',
  when: moment(scheduledAt, locale),
  closes: closesAt && moment(closesAt, locale),
});

const day = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

const hour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});

/** `09:00 ngày 23/11/2026` */
const moment = (instant: Date, locale: 'vi' | 'en') =>
  `${hour.format(instant)} ${locale === 'vi' ? 'ngày' : 'on'} ${day.format(instant)}`;

/** Last day of a term as dd/mm/yyyy: a term ends at 24:00, which already reads as the next day. */
function lastDay(dueAt: Date): string {
  return day.format(new Date(dueAt.getTime() - 1));
}
