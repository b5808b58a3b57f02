import type { subjects } from '../db/schema/index.ts';
import { subjectPath, subjectWords } from '../domain/subjects.ts';
import { renderHtml, renderText } from '../templates/render.ts';
import type { Mail } from './mail.ts';
import type { NoticeKind } from './notices.ts';

/** What a mail about a notice needs to know. */
export interface NoticeFacts {
  id: string;
  kind: NoticeKind;
  reason: string | null;
  locale: 'vi' | 'en';
  /** Who gets it. */
  name: string;
  address: string | null;
  subject: Pick<typeof subjects.$inferSelect, 'kind' | 'id' | 'code' | 'title'>;
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
 * first line is the subject, the rest the message, paragraphs parted by blank lines.
 */
export function composeNotice(facts: NoticeFacts, publicUrl: string): Mail {
  if (facts.address === null) throw new Error(`notice ${facts.id} has no address`);
  const link = publicUrl + (facts.taskId === null ? subjectPath(facts.subject) : `/tasks/${facts.taskId}`);
  const written = renderText(`mail/${facts.locale}/${facts.kind}`, {
    kind: subjectWords[facts.subject.kind][facts.locale],
    code: facts.subject.code,
    title: facts.subject.title,
    unit: facts.locale === 'vi' ? facts.unitName : facts.unitNameEn,
    task: facts.taskName,
    due: facts.dueAt === null ? null : lastDay(facts.dueAt),
    reason: facts.reason,
    symbol: facts.symbol,
  });
  const [subject = '', ...rest] = written.trim().split('\n');
  const paragraphs = rest
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  const frame = { name: facts.name, paragraphs, link, locale: facts.locale, subject };
  return {
    id: facts.id,
    to: { name: facts.name, address: facts.address },
    subject,
    text: renderText(`mail/${facts.locale}/frame-text`, frame),
    html: renderHtml(`mail/${facts.locale}/frame-html`, frame),
    locale: facts.locale,
  };
}

const day = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** Last day of a term as dd/mm/yyyy: a term ends at 24:00, which already reads as the next day. */
function lastDay(dueAt: Date): string {
  return day.format(new Date(dueAt.getTime() - 1));
}
