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
import type { PaperKind } from '../../domain/dossier-papers.ts';
import { awards, ruleSets } from './awards.ts';
import { bytes, id, instant } from './columns.ts';
import { councils } from './councils.ts';
import { dossiers } from './dossiers.ts';
import { accounts, units } from './organisation.ts';
import { processInstances } from './processes.ts';

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

/**
 * Paper (văn bản): a submission (tờ trình) to the next level, or a decision (quyết định). It gathers the dossiers of one award,
 * period and law that one head approved, and carries that head's signature; or it is the decision on one subject of another process. What is printed comes from the
 * rows behind it, so it can be printed again.
 */
export const papers = pgTable(
  'papers',
  {
    id: id(),
    kind: text().$type<PaperKind>().notNull(),
    issuerId: uuid()
      .notNull()
      .references(() => units.id),
    /** To whom a submission goes; null for a decision. */
    recipientId: uuid().references(() => units.id),
    /** What the dossiers on its list have in common. */
    awardCode: text().references(() => awards.code),
    /** Achievement period, calendar years, both included. */
    periodFrom: integer(),
    periodTo: integer(),
    ruleSetId: text().references(() => ruleSets.id),
    /** Its process; null for a decision that the process of its subject makes. */
    instanceId: uuid().references(() => processInstances.id),
    /**
     * Subject whose own process makes this decision: something else than a dossier, or a dossier on a definition older than shared
     * papers. Null for a paper over the dossiers of its list.
     */
    subjectId: uuid(),
    /** Task of the head whose approval such a decision carries out. */
    sourceVisit: text(),
    status: paperStatusEnum().notNull().default('draft'),
    /** The head whose approvals it carries out; known from the start. */
    signerId: uuid().references(() => accounts.id),
    signerTitle: text(),
    /** Whom the signer substituted; empty where they signed for themselves. */
    signedForId: uuid().references(() => accounts.id),
    /** When its list was settled: from then on it is a signed paper. */
    signedAt: instant(),
    seriesId: uuid().references(() => numberSeries.id),
    number: integer(),
    /** Full symbol as printed, e.g. `15/QĐ-TTg`. */
    symbol: text(),
    issuedOn: date(),
    documentId: uuid().references(() => documents.id),
    /** SHA-256 of the data that were printed, hex. */
    inputHash: text(),
    createdAt: instant().notNull().defaultNow(),
    /** When it was dropped without being issued: it lists nobody any more, its process was cancelled, or it was signed anew. */
    voidedAt: instant(),
  },
  (t) => [
    uniqueIndex('papers_number').on(t.seriesId, t.number),
    uniqueIndex('papers_instance').on(t.instanceId),
    uniqueIndex('papers_source').on(t.subjectId, t.kind, t.sourceVisit).where(sql`${t.voidedAt} is null`),
    index('papers_subject').on(t.subjectId),
    uniqueIndex('papers_draft_once')
      .on(
        t.kind,
        t.issuerId,
        sql`coalesce(${t.recipientId}, ${t.issuerId})`,
        t.awardCode,
        t.periodFrom,
        t.periodTo,
        t.ruleSetId,
        t.signerId,
        sql`coalesce(${t.signedForId}, ${t.signerId})`,
      )
      .where(sql`${t.status} = 'draft' and ${t.instanceId} is not null and ${t.voidedAt} is null`),
    check('papers_kind', sql`${t.kind} in ('submission', 'decision')`),
    check('papers_recipient', sql`(${t.kind} = 'submission') = (${t.recipientId} is not null)`),
    check(
      'papers_shared',
      sql`(${t.subjectId} is null) = (${t.instanceId} is not null) and (${t.subjectId} is null) = (${t.sourceVisit} is null)
        and (${t.instanceId} is null or (${t.awardCode} is not null and ${t.periodFrom} is not null and ${t.periodTo} is not null and ${t.ruleSetId} is not null))`,
    ),
    check('papers_period', sql`${t.periodTo} >= ${t.periodFrom}`),
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

export const paperEntryStatusEnum = pgEnum('paper_entry_status', ['listed', 'left_out', 'withdrawn']);

/** A dossier on the list of a paper. One that is left out goes over to the next paper when this one is settled. */
export const paperEntries = pgTable(
  'paper_entries',
  {
    /** What the dossier's process waits by. */
    id: id(),
    paperId: uuid()
      .notNull()
      .references(() => papers.id),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    status: paperEntryStatusEnum().notNull().default('listed'),
    /** Why it was withdrawn; empty otherwise. */
    reason: text(),
    joinedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex('paper_entries_once').on(t.paperId, t.dossierId),
    index('paper_entries_dossier').on(t.dossierId),
    check(
      'paper_entries_withdrawn',
      sql`(${t.status} = 'withdrawn') = (${t.withdrawnAt} is not null) and (${t.status} = 'withdrawn') = (${t.reason} is not null)`,
    ),
  ],
);
