import { z } from 'zod';
import { awardCode, denominator } from './catalogue.ts';
import {
  councilRef,
  id,
  instant,
  level,
  line,
  listOf,
  localDate,
  pageQuery,
  personRef,
  reason,
  unitRef,
} from './common.ts';

export const capacity = z.enum(['chair', 'vice_chair', 'secretary', 'member']);
export const sessionMode = z.enum(['meeting', 'circulation']);
export const sessionStatus = z.enum(['planned', 'open', 'closed', 'minuted']);
export const choice = z.enum(['for', 'against', 'abstain']);
export const channel = z.enum(['room', 'remote', 'written']);
export const itemResult = z.enum(['passed', 'failed', 'returned', 'removed']);

const councilBase = {
  id,
  name: z.string(),
  unit: unitRef,
  level,
  kind: z.enum(['emulation', 'unit_vote']),
  validFrom: localDate,
  validTo: localDate.nullable(),
};

/** A council the account sits on, keeps the papers of, or oversees. `canManage`: may plan, open and close its sessions. */
export const councilSummary = z
  .strictObject({
    ...councilBase,
    members: z.int().min(0),
    waitingItems: z.int().min(0),
    myCapacity: capacity.nullable(),
    canManage: z.boolean(),
  })
  .meta({ id: 'CouncilSummary' });
export const councilList = listOf(councilSummary).meta({ id: 'CouncilList' });

export const councilMember = z
  .strictObject({ person: personRef, capacity, post: z.string() })
  .meta({ id: 'CouncilMember' });

/** A nomination that waits for a session. */
export const waitingItem = z
  .strictObject({
    id,
    nominationId: id,
    nominee: z.string(),
    post: z.string(),
    dossierId: id,
    dossierCode: z.string(),
    awardCode,
    awardNameVi: z.string(),
    awardNameEn: z.string(),
    unit: unitRef,
    referredAt: instant,
  })
  .meta({ id: 'WaitingItem' });

export const sessionSummary = z
  .strictObject({
    id,
    council: councilRef,
    mode: sessionMode,
    title: z.string(),
    place: z.string(),
    scheduledAt: instant,
    status: sessionStatus,
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    items: z.int().min(0),
  })
  .meta({ id: 'SessionSummary' });

export const councilDetail = z
  .strictObject({
    ...councilBase,
    establishedBy: z.string().nullable(),
    memberList: z.array(councilMember),
    waiting: z.array(waitingItem),
    sessions: z.array(sessionSummary),
    myCapacity: capacity.nullable(),
    canManage: z.boolean(),
  })
  .meta({ id: 'CouncilDetail' });

/** `agendaItemIds`: which waiting items come on the agenda; all of them where it is left out. */
export const planSessionRequest = z
  .strictObject({
    mode: sessionMode,
    title: line(300).optional(),
    place: line(300).optional(),
    scheduledAt: instant,
    agendaItemIds: z.array(id).min(1).max(5000).optional(),
  })
  .meta({ id: 'PlanSessionRequest' });

export const sessionMember = z
  .strictObject({
    person: personRef,
    capacity,
    present: z.boolean(),
    /** The secretary recorded this member's written opinion. */
    hasWrittenOpinion: z.boolean(),
  })
  .meta({ id: 'SessionMember' });

/** Sum of the ballots on one item. */
export const ballotCounts = z
  .strictObject({
    inFavour: z.int().min(0),
    against: z.int().min(0),
    abstained: z.int().min(0),
    missing: z.int().min(0),
  })
  .meta({ id: 'BallotCounts' });

/**
 * One nomination before the session. `counts` is there for those who manage the session, and for everybody once it is
 * closed; `myChoice` is the member's own ballot.
 */
export const agendaItem = z
  .strictObject({
    id,
    position: z.int().nullable(),
    nominationId: id,
    nominee: z.string(),
    post: z.string(),
    achievement: z.string(),
    scoreBasisPoints: z.int().nullable(),
    dossierId: id,
    dossierCode: z.string(),
    awardCode,
    awardNameVi: z.string(),
    awardNameEn: z.string(),
    unit: unitRef,
    sharePercent: z.int(),
    shareStrict: z.boolean(),
    denominator,
    quorumNumerator: z.int(),
    quorumDenominator: z.int(),
    citation: z.string(),
    result: itemResult.nullable(),
    reason: z.string().nullable(),
    /** Size of the denominator and votes in favour needed; before the close as the session stands now. */
    total: z.int().nullable(),
    needed: z.int().nullable(),
    counts: ballotCounts.nullable(),
    myChoice: choice.nullable(),
    documents: z.array(z.strictObject({ id, kind: z.string(), fileName: z.string(), mediaType: z.string() })),
  })
  .meta({ id: 'AgendaItem' });

export const sessionDetail = z
  .strictObject({
    id,
    council: councilRef,
    level,
    mode: sessionMode,
    title: z.string(),
    place: z.string(),
    scheduledAt: instant,
    status: sessionStatus,
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    /** The members as they stood at the opening; before it, the council's members of today. */
    members: z.array(sessionMember),
    present: z.int().min(0),
    items: z.array(agendaItem),
    myCapacity: capacity.nullable(),
    can: z.strictObject({ vote: z.boolean(), manage: z.boolean() }),
  })
  .meta({ id: 'SessionDetail' });
export const sessionList = listOf(sessionSummary).meta({ id: 'SessionList' });
export const sessionQuery = z.strictObject({
  councilId: id.optional(),
  status: sessionStatus.optional(),
  ...pageQuery,
});

/** Exactly these members are present; the others are not. */
export const attendanceRequest = z
  .strictObject({ present: z.array(id).max(5000) })
  .meta({ id: 'AttendanceRequest' });

const ballotEntries = z
  .array(z.strictObject({ agendaItemId: id, choice }))
  .min(1)
  .max(5000);
/** `channel`: in the room or remote; by the session's mode and the member's attendance where it is left out. */
export const castBallotsRequest = z
  .strictObject({ ballots: ballotEntries, channel: z.enum(['room', 'remote']).optional() })
  .meta({ id: 'CastBallotsRequest' });
export const castBallotsResult = z
  .strictObject({ recorded: z.int().min(1), castAt: instant })
  .meta({ id: 'CastBallotsResult' });
/** `documentId`: the signed opinion, attached before to a dossier of the agenda as `written_opinion`. */
export const writtenOpinionRequest = z
  .strictObject({ ballots: ballotEntries, documentId: id })
  .meta({ id: 'WrittenOpinionRequest' });
export const agendaItemReasonRequest = z.strictObject({ reason }).meta({ id: 'AgendaItemReasonRequest' });

export type Capacity = z.infer<typeof capacity>;
export type SessionMode = z.infer<typeof sessionMode>;
export type SessionStatus = z.infer<typeof sessionStatus>;
export type Choice = z.infer<typeof choice>;
export type CouncilSummary = z.infer<typeof councilSummary>;
export type CouncilMember = z.infer<typeof councilMember>;
export type WaitingItem = z.infer<typeof waitingItem>;
export type SessionSummary = z.infer<typeof sessionSummary>;
export type CouncilDetail = z.infer<typeof councilDetail>;
export type PlanSessionRequest = z.infer<typeof planSessionRequest>;
export type SessionMember = z.infer<typeof sessionMember>;
export type BallotCounts = z.infer<typeof ballotCounts>;
export type AgendaItem = z.infer<typeof agendaItem>;
export type SessionDetail = z.infer<typeof sessionDetail>;
export type AttendanceRequest = z.infer<typeof attendanceRequest>;
export type CastBallotsRequest = z.infer<typeof castBallotsRequest>;
export type CastBallotsResult = z.infer<typeof castBallotsResult>;
export type WrittenOpinionRequest = z.infer<typeof writtenOpinionRequest>;
export type AgendaItemReasonRequest = z.infer<typeof agendaItemReasonRequest>;
