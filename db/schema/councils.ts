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
import { blocMembers } from './blocs.ts';
import { id, instant } from './columns.ts';
import { nominations } from './dossiers.ts';
import { levelEnum } from './enums.ts';
import { initiativeApplications } from './initiatives.ts';
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
    /** Goes up with every change, so that nobody changes what they have not seen. */
    version: integer().notNull().default(1),
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
 * Referral: a dossier or another subject before a council. The subject's process waits for the result of the referral, which
 * arrives once, when the last of its agenda items has a result.
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
    /** Dossier or other subject of the instance. */
    subjectId: uuid().notNull(),
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
    /** Does the written opinion of an absent member make its author attend? */
    writtenOpinionCounts: boolean().notNull().default(true),
    /** Do members kept from a vote by a conflict of interest leave the denominator? */
    recusedLeave: boolean().notNull().default(false),
    /** Ballots on one matter at most; where none reaches the share, it has failed. */
    ballotRounds: integer().notNull().default(1),
    /** May a member appoint in writing who votes in their place? */
    proxiesAllowed: boolean().notNull().default(false),
    /** Does the chair decide where as many are for as against? */
    chairDecidesTies: boolean().notNull().default(false),
    /** How many nominees of the award this council lets pass for the period; null: all that reach the share. */
    quota: integer(),
    /** Do women come first among those with equally many votes? */
    womenFirst: boolean().notNull().default(false),
    status: referralStatusEnum().notNull().default('waiting'),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('referrals_job').on(t.instanceId, t.job),
    index('referrals_waiting').on(t.councilId).where(sql`${t.status} = 'waiting'`),
    check('referrals_rounds', sql`${t.ballotRounds} >= 1`),
    check('referrals_quota', sql`${t.quota} >= 0`),
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
    /** Who casts the member's ballots: the member, or the proxy (người được ủy quyền) whom the paper below appoints. */
    voterId: uuid()
      .notNull()
      .references(() => people.id),
    proxyDocumentId: uuid().references((): AnyPgColumn => documents.id),
    present: boolean().notNull().default(false),
    /** Cast a ballot in person, in the room or from elsewhere; who votes attends. */
    voted: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('session_members_once').on(t.sessionId, t.personId),
    uniqueIndex('session_members_voter').on(t.sessionId, t.voterId),
    check('session_members_proxy', sql`(${t.voterId} <> ${t.personId}) = (${t.proxyDocumentId} is not null)`),
  ],
);

/** The chair's vote that decides where the ballots are equal; the chair does not abstain from it. */
export const decidingVoteEnum = pgEnum('deciding_vote', ['for', 'against']);

/** `undecided`: counted without reaching a result, or left uncounted; a further item takes the matter up again. */
export const itemResultEnum = pgEnum('item_result', ['passed', 'failed', 'returned', 'removed', 'undecided']);

/** The matter an item puts to the vote, by its kind: exactly one of these. */
const carried = () => ({
  nominationId: uuid().references(() => nominations.id),
  applicationId: uuid().references(() => initiativeApplications.id),
  blocMemberId: uuid().references((): AnyPgColumn => blocMembers.id),
});
type Carried<Value> = Record<keyof ReturnType<typeof carried>, Value>;

/** Id of the matter of an item, for a query as for an index: ids are never shared between the tables. */
export const matterOf = (t: Carried<AnyPgColumn>) =>
  sql<string>`coalesce(${t.nominationId}, ${t.applicationId}, ${t.blocMemberId})`;

/** What an item carries, for another one that takes the same matter up again. */
export const carriedBy = ({ nominationId, applicationId, blocMemberId }: Carried<string | null>) => ({
  nominationId,
  applicationId,
  blocMemberId,
});

/**
 * Agenda item (nội dung): one matter before one session, in one ballot. A further ballot, in the same session or another
 * one, is a further item, so that what was cast in each stays and can be counted again. The counts are written once.
 */
export const agendaItems = pgTable(
  'agenda_items',
  {
    id: id(),
    referralId: uuid()
      .notNull()
      .references(() => referrals.id),
    ...carried(),
    /** Null while the item waits for a session. */
    sessionId: uuid().references(() => sessions.id),
    position: integer(),
    /** From 1; one more with each item that takes the matter up again. */
    round: integer().notNull().default(1),
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
    /** Place by votes in favour among those that reached the share, equals at the same; null where no quota applies. */
    rank: integer(),
    /** Counted, but the votes decide nothing: how many of those that are equal the chair lets pass. Null otherwise. */
    tiedFor: integer(),
    /** The chair's deciding vote where the votes were equal. */
    decidingVote: decidingVoteEnum(),
  },
  (t) => [
    uniqueIndex('agenda_items_round').on(t.referralId, matterOf(t), t.round),
    check(
      'agenda_items_one_matter',
      sql`num_nonnulls(${t.nominationId}, ${t.applicationId}, ${t.blocMemberId}) = 1`,
    ),
    check('agenda_items_rounds', sql`${t.round} >= 1`),
    check('agenda_items_deciding', sql`${t.decidingVote} is null or ${t.tiedFor} is not null`),
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
