import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PledgeContent } from '../../domain/blocs/pledge.ts';
import { awards, campaigns } from './awards.ts';
import { id, instant } from './columns.ts';
import { councils } from './councils.ts';
import { dossiers } from './dossiers.ts';
import { accounts, units } from './organisation.ts';
import { processInstances } from './processes.ts';

export const blocKindEnum = pgEnum('bloc_kind', [
  'bloc', // khối thi đua
  'cluster', // cụm thi đua
]);

/**
 * Emulation bloc (khối, cụm thi đua): bodies that compete with each other for a flag. Its council ranks them; the unit of that
 * council organises the bloc.
 */
export const emulationBlocs = pgTable(
  'emulation_blocs',
  {
    id: id(),
    kind: blocKindEnum().notNull(),
    name: text().notNull(),
    councilId: uuid()
      .notNull()
      .references(() => councils.id),
    /** Flag (cờ thi đua) for which the bloc proposes who leads it. */
    flagCode: text()
      .notNull()
      .references(() => awards.code),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('emulation_blocs_name').on(sql`lower(${t.name})`),
    index('emulation_blocs_council').on(t.councilId),
  ],
);

/** `recorded`: a year that was over before the system kept the bloc; only its members and leader are known. */
export const blocYearStatusEnum = pgEnum('bloc_year_status', ['draft', 'running', 'closed', 'recorded']);

/** Year of a bloc: its members, what its regulation (quy chế) says, and the pledge. Where it stands is the position of its process. */
export const blocYears = pgTable(
  'bloc_years',
  {
    id: id(),
    /** Readable code, e.g. `KTD-2024-1`. */
    code: text().notNull(),
    blocId: uuid()
      .notNull()
      .references(() => emulationBlocs.id),
    year: integer().notNull(),
    status: blocYearStatusEnum().notNull().default('draft'),
    instanceId: uuid().references(() => processInstances.id),
    /** The regulation as papers cite it; what follows of it is the bloc's own choice. */
    regulation: text().notNull(),
    /** Votes in favour that put a member among those proposed, percent of all members of the council. */
    sharePercent: integer().notNull(),
    shareStrict: boolean().notNull(),
    quorumNumerator: integer().notNull(),
    quorumDenominator: integer().notNull(),
    /** How many members may be proposed for the flag. */
    flags: integer().notNull(),
    /** Place and day of the pledge (ký giao ước). */
    pledgePlace: text(),
    pledgeOn: date(),
    /** What the members pledge, one commitment each. */
    commitments: text().array().notNull().default(sql`'{}'`),
    /** What is signed, and its SHA-256, hex; from then on the pledge stands. */
    pledge: jsonb().$type<PledgeContent>(),
    pledgeHash: text(),
    /** Compare-and-set counter: whoever writes names the version they saw. */
    version: integer().notNull().default(1),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('bloc_years_code').on(t.code),
    uniqueIndex('bloc_years_year').on(t.blocId, t.year),
    uniqueIndex('bloc_years_instance').on(t.instanceId),
    check('bloc_years_started', sql`(${t.status} in ('running','closed')) = (${t.instanceId} is not null)`),
    check('bloc_years_share', sql`${t.sharePercent} between 0 and 100`),
    check(
      'bloc_years_quorum',
      sql`${t.quorumNumerator} >= 0 and ${t.quorumDenominator} > 0 and ${t.quorumNumerator} <= ${t.quorumDenominator}`,
    ),
    check('bloc_years_flags', sql`${t.flags} >= 1`),
    check('bloc_years_pledge', sql`(${t.pledge} is null) = (${t.pledgeHash} is null)`),
  ],
);

export const blocRoleEnum = pgEnum('bloc_role', [
  'leader', // khối trưởng
  'deputy', // khối phó
  'member', // thành viên
]);

/** Member of a bloc in one year; the leader and the deputy are members too. */
export const blocMembers = pgTable(
  'bloc_members',
  {
    id: id(),
    blocYearId: uuid()
      .notNull()
      .references(() => blocYears.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    role: blocRoleEnum().notNull(),
    position: integer().notNull(),
    /** Member that checks this one's score sheet; nobody checks their own. */
    checkerId: uuid().notNull(),
    /** Dossier for the flag that was started because the vote named this member. */
    dossierId: uuid().references(() => dossiers.id, { onDelete: 'set null' }),
  },
  (t) => [
    unique('bloc_members_once').on(t.blocYearId, t.unitId),
    uniqueIndex('bloc_members_one_leader').on(t.blocYearId).where(sql`${t.role} = 'leader'`),
    index('bloc_members_unit').on(t.unitId),
    foreignKey({
      name: 'bloc_members_checker',
      columns: [t.blocYearId, t.checkerId],
      foreignColumns: [t.blocYearId, t.unitId],
    }),
    check('bloc_members_not_own_checker', sql`${t.checkerId} <> ${t.unitId}`),
  ],
);

/** Campaigns whose targets the bloc launches its year with. */
export const blocCampaigns = pgTable(
  'bloc_campaigns',
  {
    blocYearId: uuid()
      .notNull()
      .references(() => blocYears.id),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id),
  },
  (t) => [primaryKey({ columns: [t.blocYearId, t.campaignId] })],
);

/** Criterion of a bloc's score sheet (bảng chấm điểm) with its maximum points, as the bloc's regulation sets it. */
export const blocCriteria = pgTable(
  'bloc_criteria',
  {
    id: id(),
    blocYearId: uuid()
      .notNull()
      .references(() => blocYears.id),
    position: integer().notNull(),
    section: text().notNull().default(''),
    name: text().notNull(),
    maxPoints: integer().notNull(),
  },
  (t) => [
    uniqueIndex('bloc_criteria_position').on(t.blocYearId, t.position),
    check('bloc_criteria_points', sql`${t.maxPoints} > 0`),
  ],
);

/** `self`: what a member gives itself (tự chấm); `check`: what another member gives it (chấm chéo, kiểm tra). */
export const blocStageEnum = pgEnum('bloc_stage', ['self', 'check']);

/** Score sheet of a member. Handed in when the task of whoever fills it in is done. */
export const blocSheets = pgTable(
  'bloc_sheets',
  {
    memberId: uuid()
      .notNull()
      .references(() => blocMembers.id),
    stage: blocStageEnum().notNull(),
    handedInAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.stage] })],
);

export const blocScores = pgTable(
  'bloc_scores',
  {
    memberId: uuid().notNull(),
    stage: blocStageEnum().notNull(),
    criterionId: uuid()
      .notNull()
      .references(() => blocCriteria.id),
    points: integer().notNull(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.stage, t.criterionId] }),
    foreignKey({
      name: 'bloc_scores_sheet',
      columns: [t.memberId, t.stage],
      foreignColumns: [blocSheets.memberId, blocSheets.stage],
    }),
    check('bloc_scores_points', sql`${t.points} >= 0`),
  ],
);

/** Signature under a pledge: the act of the member's head, on the text of that hash. */
export const blocSignatures = pgTable('bloc_signatures', {
  memberId: uuid()
    .primaryKey()
    .references(() => blocMembers.id),
  contentHash: text().notNull(),
  accountId: uuid()
    .notNull()
    .references(() => accounts.id),
  /** Whom the signer substituted; null where they signed for themselves. */
  signedForId: uuid().references(() => accounts.id),
  signedAt: instant().notNull(),
});

/** What goes from one leader to the next: the leadership itself, and the rotating flag (cờ luân lưu) where the bloc has one. */
export const handoverKindEnum = pgEnum('handover_kind', ['leadership', 'flag']);

/** Handing over (bàn giao) to the leader of a year. */
export const blocHandovers = pgTable(
  'bloc_handovers',
  {
    blocYearId: uuid()
      .notNull()
      .references(() => blocYears.id),
    kind: handoverKindEnum().notNull(),
    /** Leader of the year before; null where the bloc had none on record. */
    fromUnitId: uuid().references(() => units.id),
    toUnitId: uuid()
      .notNull()
      .references(() => units.id),
    handedOn: date().notNull(),
    place: text(),
    /** Persons who gave and received, with their offices, as the record says. */
    givenBy: text().notNull(),
    receivedBy: text().notNull(),
    recordedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blocYearId, t.kind] }),
    check('bloc_handovers_sides', sql`${t.fromUnitId} is null or ${t.fromUnitId} <> ${t.toUnitId}`),
  ],
);
