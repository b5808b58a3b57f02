import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';
import { councils } from './councils.ts';
import { accounts, units } from './organisation.ts';

/** File attached to a subject of a process or made by the system. The content never changes. */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    /** Dossier or other subject whose paper it is; null for papers of sessions and councils. */
    subjectId: uuid(),
    /** What it is, e.g. `achievement_report`, `submission`, `minutes`, `decision`, `written_opinion`, `other`. */
    kind: text().notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    /** SHA-256 of the content, hex. */
    sha256: text().notNull(),
    content: bytes().notNull(),
    uploadedBy: uuid().references(() => accounts.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index('documents_subject').on(t.subjectId), check('documents_size', sql`${t.size} >= 0`)],
);

/**
 * Number series (sổ đăng ký số văn bản): one running series per issuing unit, type and year (NĐ 30/2020 Đ15). A council that
 * uses its agency's seal numbers in a series of its own (Phụ lục I).
 */
export const numberSeries = pgTable(
  'number_series',
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** Council whose papers it numbers; null for the unit's own. */
    councilId: uuid().references((): AnyPgColumn => councils.id),
    /** Type abbreviation, e.g. `QĐ`. */
    paperType: text().notNull(),
    year: integer().notNull(),
    nextNumber: integer().notNull().default(1),
  },
  (t) => [
    unique('number_series_once').on(t.unitId, t.councilId, t.paperType, t.year).nullsNotDistinct(),
    check('number_series_positive', sql`${t.nextNumber} >= 1`),
  ],
);

export const paperStatusEnum = pgEnum('paper_status', [
  'draft',
  'signed',
  'numbered',
  'issued',
  'corrected',
  'superseded',
  'recalled',
]);

/** Paper (văn bản): a decision with its number. What is printed comes from `content`, so it can be printed again. */
export const papers = pgTable(
  'papers',
  {
    id: id(),
    /** Dossier or other subject that it decides on. */
    subjectId: uuid().notNull(),
    kind: text().notNull(),
    issuerId: uuid()
      .notNull()
      .references(() => units.id),
    status: paperStatusEnum().notNull().default('draft'),
    signerId: uuid().references(() => accounts.id),
    signerTitle: text(),
    /** Whom the signer substituted; empty where they signed for themselves. */
    signedForId: uuid().references(() => accounts.id),
    signedAt: instant(),
    seriesId: uuid().references(() => numberSeries.id),
    number: integer(),
    /** Full symbol as printed, e.g. `15/QĐ-TTg`. */
    symbol: text(),
    issuedOn: date(),
    /** Task of the head whose approval this paper carries out. */
    sourceVisit: text().notNull(),
    documentId: uuid().references(() => documents.id),
    /** SHA-256 of the data that were printed, hex. */
    inputHash: text(),
  },
  (t) => [
    uniqueIndex('papers_number').on(t.seriesId, t.number),
    uniqueIndex('papers_source').on(t.subjectId, t.kind, t.sourceVisit),
    index('papers_subject').on(t.subjectId),
    check(
      'papers_numbered',
      sql`(${t.number} is null) = (${t.seriesId} is null) and (${t.number} is null) = (${t.symbol} is null) and (${t.number} is null) = (${t.issuedOn} is null)`,
    ),
    check(
      'papers_signed',
      sql`${t.status} = 'draft' or (${t.signerId} is not null and ${t.signedAt} is not null)`,
    ),
    check('papers_issued', sql`${t.status} not in ('numbered','issued') or ${t.number} is not null`),
  ],
);
