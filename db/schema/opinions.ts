import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { dossiers } from './dossiers.ts';
import { levelEnum } from './enums.ts';
import { accounts, units } from './organisation.ts';

/**
 * Opinion request (lấy ý kiến hiệp y) of an appraiser to one agency. It is noted while the dossier is appraised, sent when the
 * appraisal is done, and then answered by a task that is `about` it; an agency outside the system answers on paper.
 */
export const opinionRequests = pgTable(
  'opinion_requests',
  {
    id: id(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    /** Level whose appraiser asks. */
    level: levelEnum().notNull(),
    /** The agency: a unit of the system, or another by its name. */
    unitId: uuid().references(() => units.id),
    agencyName: text(),
    question: text().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    notedAt: instant().notNull(),
    /** Empty until it is sent, as are the rules it is sent under. */
    sentAt: instant(),
    workingDays: integer(),
    /** Is an agency that does not answer in time taken to agree? */
    silenceAgrees: boolean(),
    /** Article and grade of term and silence. */
    citation: text(),
    /** When the term ended without an answer and that counted as consent. */
    silentAt: instant(),
  },
  (t) => [
    index('opinion_requests_dossier').on(t.dossierId, t.level),
    uniqueIndex('opinion_requests_unsent_once')
      .on(t.dossierId, t.level, t.unitId)
      .where(sql`${t.sentAt} is null and ${t.unitId} is not null`),
    check('opinion_requests_agency', sql`(${t.unitId} is null) <> (${t.agencyName} is null)`),
    check(
      'opinion_requests_sent',
      sql`(${t.sentAt} is null) = (${t.workingDays} is null) and (${t.sentAt} is null) = (${t.silenceAgrees} is null) and (${t.sentAt} is null) = (${t.citation} is null)`,
    ),
    check('opinion_requests_silent', sql`${t.silentAt} is null or ${t.silenceAgrees}`),
  ],
);
