import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';
import { dossiers, nominations } from './dossiers.ts';
import { levelEnum } from './enums.ts';
import { accounts, units } from './organisation.ts';
import { documents } from './papers.ts';
import { processInstances } from './processes.ts';

/**
 * Public posting (công khai lấy ý kiến) of a dossier before the council of a level. When its window ends is not stored: it is
 * counted from `postedAt` over the calendar and the dossier's holds, as the process counts it.
 */
export const publicPostings = pgTable(
  'public_postings',
  {
    id: id(),
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    /** Id of the job that opened it. */
    job: text().notNull(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    level: levelEnum().notNull(),
    /** The body that posts it, and whose appraisers moderate. */
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** Length of the window, working days; the day of posting is not counted. */
    workingDays: integer().notNull(),
    /** Article the length rests on, and how sure it is (A to U). */
    citation: text().notNull(),
    grade: text().notNull(),
    postedAt: instant().notNull(),
    /** When the window had ended by the process's clock. */
    endedAt: instant(),
    /** The printed summary of its comments. */
    summaryId: uuid().references((): AnyPgColumn => documents.id),
  },
  (t) => [
    uniqueIndex('public_postings_job').on(t.instanceId, t.job),
    index('public_postings_dossier').on(t.dossierId),
    index('public_postings_running').on(t.postedAt).where(sql`${t.endedAt} is null`),
    check('public_postings_days', sql`${t.workingDays} >= 1`),
    check('public_postings_order', sql`${t.endedAt} >= ${t.postedAt}`),
  ],
);

/** `held`: waits for moderation; `noted` and `dismissed`: in or out of the summary; `complaint`: accepted as one (thụ lý). */
export const commentStatusEnum = pgEnum('comment_status', ['held', 'noted', 'dismissed', 'complaint']);

/** Comment (góp ý) of somebody of the public on a posting. Only those who moderate and judge the dossier read it. */
export const postingComments = pgTable(
  'posting_comments',
  {
    id: id(),
    postingId: uuid()
      .notNull()
      .references(() => publicPostings.id),
    /** The nominee it is about; null where it is about the list. */
    nominationId: uuid().references(() => nominations.id),
    text: text().notNull(),
    /** As its author gave them; empty where the author did not. */
    authorName: text().notNull(),
    authorContact: text().notNull(),
    /** Filled in a field that people do not see: most likely a program. */
    suspected: boolean().notNull().default(false),
    receivedAt: instant().notNull(),
    status: commentStatusEnum().notNull().default('held'),
    moderatedBy: uuid().references(() => accounts.id),
    moderatedAt: instant(),
    /** Why it was dismissed, or accepted as a complaint. */
    reason: text(),
  },
  (t) => [
    index('posting_comments_posting').on(t.postingId, t.receivedAt),
    index('posting_comments_held').on(t.postingId).where(sql`${t.status} = 'held'`),
    check('posting_comments_text', sql`length(trim(${t.text})) > 0`),
    check(
      'posting_comments_moderated',
      sql`(${t.status} = 'held') = (${t.moderatedBy} is null) and (${t.status} = 'held') = (${t.moderatedAt} is null)`,
    ),
    check(
      'posting_comments_reason',
      sql`${t.status} not in ('dismissed','complaint') or length(trim(coalesce(${t.reason}, ''))) > 0`,
    ),
  ],
);

/** How many comments came from an address lately; the address itself is never stored. */
export const commentOrigins = pgTable(
  'comment_origins',
  {
    /** HMAC of the address under a key of the day. */
    origin: bytes().primaryKey(),
    comments: integer().notNull(),
    since: instant().notNull(),
  },
  (t) => [index('comment_origins_since').on(t.since)],
);
