import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PaperDraft } from '../../domain/papers/draft.ts';
import { campaigns } from './awards.ts';
import { id, instant } from './columns.ts';
import { accounts, units } from './organisation.ts';
import { documents, numberSeries, paperStatusEnum } from './papers.ts';
import { processInstances } from './processes.ts';

/** Legal document that papers cite (căn cứ ban hành): a list kept by those who draft papers. */
export const legalDocuments = pgTable(
  'legal_documents',
  {
    id: id(),
    type: text().notNull(),
    symbol: text(),
    issuer: text(),
    issuedOn: date().notNull(),
    subject: text().notNull(),
    /** Day from which it no longer is in force; null while it is, as far as is known. */
    repealedOn: date(),
    version: integer().notNull().default(1),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('legal_documents_once')
      .on(t.type, t.symbol, t.issuer, t.issuedOn)
      .where(sql`${t.symbol} is not null`),
    check('legal_documents_repealed', sql`${t.repealedOn} > ${t.issuedOn}`),
  ],
);

export const officePaperKindEnum = pgEnum('office_paper_kind', [
  'plan',
  'launch',
  'interim_review',
  'final_review',
  'regulation',
  'repeal',
]);

/**
 * Administrative paper of an organisation (văn bản hành chính): its yearly plan, the launching and reviews of a campaign, its
 * regulation. What it says is its newest version; where it stands on its way is the position of its process.
 */
export const officePapers = pgTable(
  'office_papers',
  {
    id: id(),
    /** Readable code, e.g. `VB-2026-3`; the paper's own number comes when it is issued. */
    code: text().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    kind: officePaperKindEnum().notNull(),
    campaignId: uuid().references(() => campaigns.id),
    /** Regulation in whose place this one stands, or which it repeals. */
    replacesId: uuid().references((): AnyPgColumn => officePapers.id),
    title: text().notNull(),
    status: paperStatusEnum().notNull().default('draft'),
    version: integer().notNull().default(1),
    instanceId: uuid().references(() => processInstances.id),
    signerId: uuid().references(() => accounts.id),
    signerTitle: text(),
    /** Whom the signer substituted. */
    signedForId: uuid().references(() => accounts.id),
    signedAt: instant(),
    seriesId: uuid().references(() => numberSeries.id),
    number: integer(),
    symbol: text(),
    issuedOn: date(),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('office_papers_code').on(t.code),
    uniqueIndex('office_papers_number').on(t.seriesId, t.number),
    uniqueIndex('office_papers_instance').on(t.instanceId),
    // A regulation is replaced or repealed once.
    uniqueIndex('office_papers_replaced_once').on(t.replacesId).where(sql`${t.status} = 'issued'`),
    index('office_papers_unit').on(t.unitId, t.createdAt),
    index('office_papers_campaign').on(t.campaignId),
    check('office_papers_replaces', sql`${t.replacesId} <> ${t.id}`),
    check(
      'office_papers_campaign_kind',
      sql`case when ${t.kind} in ('launch','interim_review','final_review') then ${t.campaignId} is not null
        when ${t.kind} in ('regulation','repeal') then ${t.campaignId} is null else true end`,
    ),
    check(
      'office_papers_replaces_kind',
      sql`case when ${t.kind} = 'repeal' then ${t.replacesId} is not null
        when ${t.kind} = 'regulation' then true else ${t.replacesId} is null end`,
    ),
    check(
      'office_papers_numbered',
      sql`(${t.number} is null) = (${t.seriesId} is null) and (${t.number} is null) = (${t.symbol} is null) and (${t.number} is null) = (${t.issuedOn} is null)`,
    ),
    check(
      'office_papers_signed',
      sql`(${t.status} = 'draft') = (${t.signerId} is null) and (${t.signerId} is null) = (${t.signedAt} is null)`,
    ),
    check('office_papers_issued', sql`(${t.status} in ('numbered','issued')) = (${t.number} is not null)`),
  ],
);

/** What a paper said at a time: every writing is a version, and none is changed. */
export const officePaperVersions = pgTable(
  'office_paper_versions',
  {
    paperId: uuid()
      .notNull()
      .references(() => officePapers.id),
    /** From 1. */
    number: integer().notNull(),
    content: jsonb().$type<PaperDraft>().notNull(),
    writtenBy: uuid()
      .notNull()
      .references(() => accounts.id),
    writtenAt: instant().notNull(),
    /** How it was printed last, and the SHA-256 of what that shows; null until it was handed on. */
    documentId: uuid().references(() => documents.id),
    printedHash: text(),
  },
  (t) => [
    primaryKey({ columns: [t.paperId, t.number] }),
    uniqueIndex('office_paper_versions_document').on(t.documentId),
    check('office_paper_versions_number', sql`${t.number} > 0`),
    check('office_paper_versions_printed', sql`(${t.documentId} is null) = (${t.printedHash} is null)`),
  ],
);
