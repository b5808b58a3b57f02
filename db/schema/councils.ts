import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { dossiers, nominations } from './dossiers.ts';
import { levelEnum } from './enums.ts';
import { accounts, people, units } from './organisation.ts';
import { documents } from './papers.ts';
import { processInstances } from './processes.ts';

export const councilKindEnum = pgEnum('council_kind', ['emulation', 'unit_vote', 'initiative', 'bloc']);

/**
 * Council (hội đồng): of emulation (at the central level the Central Council), of initiatives, of a bloc (khối, cụm thi đua);
 * also the meeting of all staff that votes in a unit (hội nghị bình xét).
 */
export const councils = pgTable(
  'councils',
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    level: levelEnum().notNull(),
    kind: councilKindEnum().notNull(),
    name: text().notNull(),
    /** Decision that established it, as cited in papers, with its date and the paper itself. */
    establishedBy: text(),
    establishedOn: date(),
    documentId: uuid().references((): AnyPgColumn => documents.id),
    /** Unit that prepares for it (cơ quan thường trực). */
    standingBodyId: uuid().references((): AnyPgColumn => units.id),
    /** Abbreviation in the symbols of its papers, e.g. `HĐTĐKT` in `01/BB-HĐTĐKT`: it numbers in a series of its own. */
    paperSymbol: text().notNull().default('HĐTĐKT'),
    validFrom: date().notNull(),
    validTo: date(),
  },
  (t) => [
    index('councils_unit').on(t.unitId, t.level),
    check('councils_dates', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
);

export const capacityEnum = pgEnum('council_capacity', ['chair', 'vice_chair', 'secretary', 'member']);

export const councilMembers = pgTable(
  'council_members',
  {
    id: id(),
    councilId: uuid()
      .notNull()
      .references((): AnyPgColumn => councils.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    capacity: capacityEnum().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
  },
  (t) => [
    uniqueIndex('council_members_current').on(t.councilId, t.personId).where(sql`${t.validTo} is null`),
    uniqueIndex('council_members_one_chair')
      .on(t.councilId)
      .where(sql`${t.capacity} = 'chair' and ${t.validTo} is null`),
    check('council_members_dates', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
);

/** What a share is a share of: all members, the members present, all staff of the unit. */
export const denominatorEnum = pgEnum('denominator', ['total_members', 'present', 'all_staff']);

export const referralStatusEnum = pgEnum('referral_status', ['waiting', 'resulted', 'cancelled']);

/**
 * Referral: a dossier before a council. The dossier's process waits for the result of the referral, which arrives once,
 * when the last of its agenda items has a result.
 */
export const referrals = pgTable(
  'referrals',
  {
    id: id(),
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    /** Id of the job that made it; a retried job finds its own referral. */
    job: text().notNull(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    councilId: uuid()
      .notNull()
      .references(() => councils.id),
    level: levelEnum().notNull(),
    denominator: denominatorEnum().notNull(),
    /** Votes in favour needed, percent of the denominator; `more_than` means strictly more. */
    sharePercent: integer().notNull(),
    shareStrict: boolean().notNull(),
    /** Attendance needed to hold the vote: numerator and denominator, e.g. 2/3. */
    quorumNumerator: integer().notNull(),
    quorumDenominator: integer().notNull(),
    /** Article and grade the numbers rest on. */
    citation: text().notNull(),
    status: referralStatusEnum().notNull().default('waiting'),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('referrals_job').on(t.instanceId, t.job),
    index('referrals_waiting').on(t.councilId).where(sql`${t.status} = 'waiting'`),
    check('referrals_share', sql`${t.sharePercent} between 0 and 100`),
    check(
      'referrals_quorum',
      sql`${t.quorumNumerator} >= 0 and ${t.quorumDenominator} > 0 and ${t.quorumNumerator} <= ${t.quorumDenominator}`,
    ),
  ],
);

export const sessionStatusEnum = pgEnum('session_status', [
  'planned',
  'open',
  'closed',
  'minuted',
  'cancelled',
]);
/** `meeting`: the council meets; `circulation`: papers go round and members answer in writing. */
export const sessionModeEnum = pgEnum('session_mode', ['meeting', 'circulation']);

/** `open`: who voted how is known to the session; `secret`: a box that opens at the close (bỏ phiếu kín). */
export const ballotKindEnum = pgEnum('ballot_kind', ['open', 'secret']);

/** Session (phiên họp) of a council; a process instance of its own guides it. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    councilId: uuid()
      .notNull()
      .references(() => councils.id),
    mode: sessionModeEnum().notNull(),
    ballotKind: ballotKindEnum().notNull().default('open'),
    /** Which secret the box of a secret ballot is sealed with; the secret itself is never in the database. */
    boxSecretId: text(),
    /** Counts what changes who may vote on what: a ballot names the revision it was cast under. */
    revision: integer().notNull().default(0),
    title: text().notNull(),
    place: text().notNull().default(''),
    scheduledAt: instant().notNull(),
    /** When a circulation ends by itself; a meeting ends when it is closed. */
    closesAt: instant(),
    /** Null for a session that was planned before sessions were processes. */
    instanceId: uuid().references(() => processInstances.id),
    /** Why it was put off the last time, or called off. */
    changeReason: text(),
    status: sessionStatusEnum().notNull().default('planned'),
    openedAt: instant(),
    closedAt: instant(),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    index('sessions_council').on(t.councilId, t.scheduledAt),
    check(
      'sessions_times',
      sql`(${t.status} in ('open','closed','minuted')) = (${t.openedAt} is not null) and (${t.status} in ('closed','minuted')) = (${t.closedAt} is not null)`,
    ),
    check(
      'sessions_circulation',
      sql`(${t.closesAt} is null or ${t.mode} = 'circulation') and ${t.closesAt} > ${t.scheduledAt}`,
    ),
    uniqueIndex('sessions_instance').on(t.instanceId),
    check(
      'sessions_box',
      sql`(${t.ballotKind} = 'secret' and ${t.openedAt} is not null) = (${t.boxSecretId} is not null)`,
    ),
  ],
);

/** Member of the council as it stood when the session opened, with attendance. */
export const sessionMembers = pgTable(
  'session_members',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    capacity: capacityEnum().notNull(),
    present: boolean().notNull().default(false),
    /** Cast a ballot in person, in the room or from elsewhere; who votes attends. */
    voted: boolean().notNull().default(false),
  },
  (t) => [uniqueIndex('session_members_once').on(t.sessionId, t.personId)],
);

export const itemResultEnum = pgEnum('item_result', ['passed', 'failed', 'returned', 'removed']);

/** Agenda item (nội dung): one nomination before one session. Its counts are written once, at the close. */
export const agendaItems = pgTable(
  'agenda_items',
  {
    id: id(),
    referralId: uuid()
      .notNull()
      .references(() => referrals.id),
    nominationId: uuid()
      .notNull()
      .references(() => nominations.id),
    /** Null while the item waits for a session. */
    sessionId: uuid().references(() => sessions.id),
    position: integer(),
    result: itemResultEnum(),
    reason: text(),
    inFavour: integer(),
    against: integer(),
    abstained: integer(),
    /** Members who gave no ballot. */
    missing: integer(),
    /** Members kept from the vote by a conflict of interest, and whether the denominator is smaller by them. */
    recused: integer(),
    recusedLeave: boolean(),
    /** Size of the denominator the share was taken of. */
    total: integer(),
    /** Votes in favour that were needed. */
    needed: integer(),
  },
  (t) => [
    uniqueIndex('agenda_items_nomination').on(t.referralId, t.nominationId),
    index('agenda_items_session').on(t.sessionId, t.position),
    check(
      'agenda_items_counts',
      sql`(${t.result} in ('passed','failed')) is not true or (${t.inFavour} is not null and ${t.against} is not null and ${t.abstained} is not null and ${t.missing} is not null and ${t.total} is not null and ${t.needed} is not null)`,
    ),
    check(
      'agenda_items_reason',
      sql`${t.result} not in ('returned','removed') or length(trim(coalesce(${t.reason}, ''))) > 0`,
    ),
  ],
);
