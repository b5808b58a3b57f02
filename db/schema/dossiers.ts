import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { awards, campaigns, ruleSets } from './awards.ts';
import { id, instant } from './columns.ts';
import { commendationKindEnum, levelEnum, simplifiedCaseEnum } from './enums.ts';
import { accounts, people, units } from './organisation.ts';
import { postingComments } from './postings.ts';
import { processInstances } from './processes.ts';

/** States of a dossier (hồ sơ); the step inside `running` is the process position. */
export const dossierStatusEnum = pgEnum('dossier_status', [
  'draft',
  'running',
  'returned',
  'on_hold',
  'decided',
  'issued',
  'closed',
  'withdrawn',
  'rejected',
  'revoked',
]);

/** Dossier (hồ sơ): one unit's proposal of one award for one period, with 1..n nominations. */
export const dossiers = pgTable(
  'dossiers',
  {
    id: id(),
    /** Readable code, e.g. `HS-2026-000042`. */
    code: text().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    awardCode: text()
      .notNull()
      .references(() => awards.code),
    campaignId: uuid().references(() => campaigns.id),
    /** Achievement period, calendar years, both included. */
    periodFrom: integer().notNull(),
    periodTo: integer().notNull(),
    /** Why a form is proposed (loại hình khen thưởng); empty for a title, and for dossiers older than the column. */
    commendationKind: commendationKindEnum(),
    /** Why the simplified procedure holds although the kind does not say so. */
    simplifiedCase: simplifiedCaseEnum(),
    title: text().notNull(),
    status: dossierStatusEnum().notNull().default('draft'),
    ruleSetId: text().references(() => ruleSets.id),
    instanceId: uuid().references(() => processInstances.id),
    /** The dossier from which its nominations were split off when they were returned alone. */
    splitFrom: uuid().references((): AnyPgColumn => dossiers.id),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull().defaultNow(),
    submittedAt: instant(),
    /** Why the dossier was withdrawn or rejected; empty otherwise. */
    endReason: text(),
    /** Why it was submitted although nominees were found not eligible; empty otherwise. */
    ineligibleReason: text(),
  },
  (t) => [
    uniqueIndex('dossiers_code').on(t.code),
    uniqueIndex('dossiers_instance').on(t.instanceId),
    index('dossiers_unit').on(t.unitId, t.status),
    index('dossiers_split_from').on(t.splitFrom).where(sql`${t.splitFrom} is not null`),
    check('dossiers_simplified', sql`${t.simplifiedCase} is null or ${t.commendationKind} is not null`),
    check('dossiers_period', sql`${t.periodTo} >= ${t.periodFrom}`),
    check(
      'dossiers_started',
      sql`(${t.status} = 'draft') = (${t.instanceId} is null) and (${t.instanceId} is null) = (${t.ruleSetId} is null)`,
    ),
    check(
      'dossiers_end_reason',
      sql`${t.status} not in ('withdrawn','rejected') or length(trim(coalesce(${t.endReason}, ''))) > 0`,
    ),
  ],
);

/**
 * Hold (tạm dừng) of a dossier, as while an accepted complaint is examined: its clocks stand still and nothing in it is
 * decided until it is resumed.
 */
export const dossierHolds = pgTable(
  'dossier_holds',
  {
    id: id(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    /** Status the dossier has again afterwards. */
    statusBefore: dossierStatusEnum().notNull(),
    reason: text().notNull(),
    /** Comment on a public posting that was accepted as a complaint; empty for a hold of another reason. */
    complaintId: uuid().references((): AnyPgColumn => postingComments.id),
    heldBy: uuid()
      .notNull()
      .references(() => accounts.id),
    heldAt: instant().notNull(),
    resumedBy: uuid().references(() => accounts.id),
    resumedAt: instant(),
    resumeReason: text(),
  },
  (t) => [
    uniqueIndex('dossier_holds_open').on(t.dossierId).where(sql`${t.resumedAt} is null`),
    check('dossier_holds_reason', sql`length(trim(${t.reason})) > 0`),
    check(
      'dossier_holds_resumed',
      sql`(${t.resumedAt} is null) = (${t.resumeReason} is null) and (${t.resumedBy} is null or ${t.resumedAt} >= ${t.heldAt})`,
    ),
    check('dossier_holds_status', sql`${t.statusBefore} <> 'on_hold'`),
  ],
);

export const subjectKindEnum = pgEnum('subject_kind', ['person', 'collective', 'outsider']);

export const nominationStatusEnum = pgEnum('nomination_status', [
  'proposed',
  'passed',
  'failed',
  'returned',
  'removed',
  'awarded',
  'refused',
  'revoked',
]);

/** Nomination (đề nghị): one nominee of a dossier. Name and post are as they stood when it was proposed. */
export const nominations = pgTable(
  'nominations',
  {
    id: id(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    /** Position in the dossier's list, from 1. */
    seq: integer().notNull(),
    kind: subjectKindEnum().notNull(),
    personId: uuid().references(() => people.id),
    unitId: uuid().references(() => units.id),
    /** Person of the ledger who stands for an outsider; who that is besides, confirmed matches say. */
    ledgerPersonId: uuid().references(() => people.id),
    name: text().notNull(),
    post: text().notNull().default(''),
    achievement: text().notNull().default(''),
    status: nominationStatusEnum().notNull().default('proposed'),
    /** Why it failed, was returned or removed; empty otherwise. */
    reason: text(),
    /** Work-plan score: achieved points per assigned points in hundredths of a percent (9849 = 98.49 %); null until computed. */
    scoreBasisPoints: integer(),
  },
  (t) => [
    uniqueIndex('nominations_seq').on(t.dossierId, t.seq),
    uniqueIndex('nominations_person_once').on(t.dossierId, t.personId).where(sql`${t.personId} is not null`),
    uniqueIndex('nominations_unit_once').on(t.dossierId, t.unitId).where(sql`${t.unitId} is not null`),
    uniqueIndex('nominations_outsider_once')
      .on(t.dossierId, sql`lower(${t.name})`, sql`lower(${t.post})`)
      .where(sql`${t.kind} = 'outsider'`),
    index('nominations_nominee').on(sql`coalesce(${t.personId}, ${t.ledgerPersonId}, ${t.unitId})`),
    check(
      'nominations_subject',
      sql`(${t.kind} = 'person') = (${t.personId} is not null) and (${t.kind} = 'collective') = (${t.unitId} is not null)`,
    ),
    check('nominations_ledger_person', sql`${t.ledgerPersonId} is null or ${t.kind} = 'outsider'`),
    check(
      'nominations_reason',
      sql`${t.status} not in ('failed','returned','removed','refused') or length(trim(coalesce(${t.reason}, ''))) > 0`,
    ),
    check(
      'nominations_score',
      sql`${t.scoreBasisPoints} is null or ${t.scoreBasisPoints} between 0 and 10000`,
    ),
  ],
);

/**
 * What one level found about one nomination; a second pass after a supplement is a new row. A council found it, or the head who
 * decided otherwise than the council advised.
 */
export const nominationResults = pgTable(
  'nomination_results',
  {
    nominationId: uuid()
      .notNull()
      .references(() => nominations.id),
    level: levelEnum().notNull(),
    /** Instance, and the step of it after which it was recorded: a nomination that is split off goes on in another one. */
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    step: integer().notNull(),
    status: nominationStatusEnum().notNull(),
    reason: text(),
    /** The head who decided against the council's advice; null: the council. */
    overruledBy: uuid().references(() => accounts.id),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.nominationId, t.level, t.instanceId, t.step] }),
    check(
      'nomination_results_overruled',
      sql`${t.overruledBy} is null or length(trim(coalesce(${t.reason}, ''))) > 0`,
    ),
  ],
);
