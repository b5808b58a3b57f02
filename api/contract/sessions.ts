import { z } from 'zod';
import { matterKinds } from '../../domain/matters.ts';
import { ballotCounts, choice, recusal, runningVote } from './ballots.ts';
import { denominator } from './catalogue.ts';
import {
  capacity,
  councilRef,
  id,
  instant,
  level,
  line,
  listOf,
  localDate,
  pageQuery,
  paragraph,
  personRef,
  reason,
  role,
  subjectRef,
  unitRef,
} from './common.ts';
import { eligibilityVerdict } from './eligibility.ts';

export const sessionMode = z.enum(['meeting', 'circulation']);

/** `open`: all see how the vote stands; `secret`: a box that opens at the close. */
export const ballotKind = z.enum(['open', 'secret']);

export const sessionStatus = z.enum(['planned', 'open', 'closed', 'minuted', 'cancelled']);

export const itemResult = z.enum(['passed', 'failed', 'returned', 'removed', 'undecided']);

/** What an item puts to the vote, the process it belongs to with its unit, and what passes with it. */
export const putToVote = {
  /** `title`: the nominee or the initiative; `subtitle`: the post or the authors. */
  matter: z
    .strictObject({ kind: z.enum(matterKinds), id, title: z.string(), subtitle: z.string() })
    .meta({ id: 'Matter' }),
  /** The award, or that it is recognised. */
  proposal: z
    .strictObject({ code: z.string(), nameVi: z.string(), nameEn: z.string() })
    .meta({ id: 'Proposal' }),
  subject: subjectRef,
  unit: unitRef,
};

export const sessionSummary = z
  .strictObject({
    id,
    council: councilRef,
    mode: sessionMode,
    ballotKind,
    title: z.string(),
    place: z.string(),
    scheduledAt: instant,
    status: sessionStatus,
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    items: z.int().min(0),
  })
  .meta({ id: 'SessionSummary' });

/**
 * `agendaItemIds`: which waiting items come on the agenda; all of them where it is left out. `closesAt`: of a circulation, when
 * it closes by itself.
 */
export const planSessionRequest = z
  .strictObject({
    mode: sessionMode,
    ballotKind: ballotKind.default('open'),
    title: line(300).optional(),
    place: line(300).optional(),
    scheduledAt: instant,
    closesAt: instant.optional(),
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
    /** Who votes in the member's place. */
    proxy: personRef.nullable(),
  })
  .meta({ id: 'SessionMember' });

/** A note of the minutes; `version` is to be named by whoever changes it. */
export const sessionNote = z
  .strictObject({ text: z.string(), version: z.int().min(1) })
  .meta({ id: 'SessionNote' });

/**
 * One matter before the session. `running` is there while the session is open, `counts` once it is closed;
 * `myChoice` is the member's own ballot and `myVersion` its number, 0 before the first.
 */
export const agendaItem = z
  .strictObject({
    id,
    position: z.int().nullable(),
    /** Which ballot on the matter this is, from 1, and how many the rule allows. */
    round: z.int().min(1),
    ballotRounds: z.int().min(1),
    /** Its dossier is on hold: nothing is decided on it now. */
    held: z.boolean(),
    ...putToVote,
    summary: z.string(),
    scoreBasisPoints: z.int().nullable(),
    /** Newest verdict of the law on the nominee; null where none was found. */
    eligibility: eligibilityVerdict.nullable(),
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
    /** How many of those that compete the council lets pass; null where all that reach the share do. */
    quota: z.int().min(0).nullable(),
    /** Place by votes among those that reached the share, where a quota applies. */
    rank: z.int().min(1).nullable(),
    /** The votes are equal and the chair's vote decides: so many of those that are equal pass. */
    tiedFor: z.int().min(0).nullable(),
    decidingVote: z.enum(['for', 'against']).nullable(),
    /** Do recused members leave the denominator? Null before the close. */
    recusedLeave: z.boolean().nullable(),
    running: runningVote.nullable(),
    myChoice: choice.nullable(),
    myVersion: z.int().min(0),
    /** The member has a conflict of interest and does not vote on it. */
    myRecusal: z.boolean(),
    recusals: z.array(recusal),
    /** Empty while the papers are closed to the reader. */
    documents: z.array(z.strictObject({ id, kind: z.string(), fileName: z.string(), mediaType: z.string() })),
    discussion: sessionNote.nullable(),
    /** The earlier session whose chair sent it here, e.g. for a verification, and why. */
    sentFrom: z
      .strictObject({ id, title: z.string(), scheduledAt: instant, reason: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'AgendaItem' });

/** Human step of a session's process, by the element of its model. */
export const sessionStep = z
  .strictObject({
    element: z.string(),
    /** Name in the model, Vietnamese. */
    name: z.string(),
    role,
    dueAt: instant.nullable(),
    /** May the reader do it? */
    canAct: z.boolean(),
  })
  .meta({ id: 'SessionStep' });

export const signingCapacity = z.enum(['secretary', 'chair']);

export const sessionPaperKind = z.enum([
  'invitation',
  'circulation_letter',
  'minutes',
  'ballot_record',
  'extract',
]);

/**
 * Invitation, letter that asks for written opinions, minutes, ballot-count record, or extract for a dossier or other subject.
 * Signatures are those that hold for what it says now.
 */
export const sessionPaper = z
  .strictObject({
    id,
    kind: sessionPaperKind,
    edition: z.int().min(1),
    symbol: z.string(),
    issuedOn: localDate,
    /** SHA-256 of what it says: what a signature names. */
    contentHash: z.string(),
    /** Null until it is printed. */
    documentId: id.nullable(),
    subjectId: id.nullable(),
    signatures: z.array(
      z.strictObject({
        capacity: signingCapacity,
        person: personRef,
        /** Whom the signer substituted. */
        signedFor: personRef.nullable(),
        signedAt: instant,
      }),
    ),
  })
  .meta({ id: 'SessionPaper' });

export const sessionDetail = z
  .strictObject({
    id,
    council: councilRef,
    level,
    mode: sessionMode,
    ballotKind,
    title: z.string(),
    place: z.string(),
    scheduledAt: instant,
    status: sessionStatus,
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    /** The members as they stood at the opening; before it, the council's members of today. */
    members: z.array(sessionMember),
    closesAt: instant.nullable(),
    /** Why it was put off the last time, or called off. */
    changeReason: z.string().nullable(),
    /** The human step that its process waits at; null while none is open. */
    step: sessionStep.nullable(),
    papers: z.array(sessionPaper),
    conclusion: sessionNote.nullable(),
    /** How many members have declared about conflicts of interest. */
    declared: z.int().min(0),
    /** The papers of the agenda open to the reader: not to a member before the declaration. */
    papersOpen: z.boolean(),
    /** Grows with every change of the agenda or of who may vote. */
    revision: z.int().min(0),
    present: z.int().min(0),
    /** Members in the room, or who voted from elsewhere. */
    attending: z.int().min(0),
    items: z.array(agendaItem),
    myCapacity: capacity.nullable(),
    can: z.strictObject({
      vote: z.boolean(),
      manage: z.boolean(),
      /** A member who has not declared about conflicts of interest. */
      declare: z.boolean(),
      /** Record who votes in an absent member's place: where the rule-set of all that is undecided allows it. */
      appointProxies: z.boolean(),
    }),
  })
  .meta({ id: 'SessionDetail' });

/**
 * Live meter (diễn biến biểu quyết) of a session, sent as a server-sent event: first with every undecided item, then with
 * those that changed. Another `status` or `revision` than the page has says that the agenda or the voters changed.
 */
export const sessionMeter = z
  .strictObject({
    status: sessionStatus,
    revision: z.int().min(0),
    members: z.int().min(0),
    present: z.int().min(0),
    items: z.array(z.strictObject({ id, ...runningVote.shape })),
  })
  .meta({ id: 'SessionMeter' });

export const sessionList = listOf(sessionSummary).meta({ id: 'SessionList' });

export const sessionQuery = z.strictObject({
  councilId: id.optional(),
  status: sessionStatus.optional(),
  ...pageQuery,
});

/** `agendaItemId`: null for what the chair concluded. `version`: of the note that this one replaces, 0 for the first. */
export const sessionNoteRequest = z
  .strictObject({
    agendaItemId: id.nullable(),
    text: paragraph(10_000),
    version: z.int().min(0).max(1_000_000),
  })
  .meta({ id: 'SessionNoteRequest' });

/** Another date, and of a circulation another end; the reason goes into the new invitation. */
export const rescheduleRequest = z
  .strictObject({
    scheduledAt: instant,
    closesAt: instant.optional(),
    place: line(300).optional(),
    reason,
  })
  .meta({ id: 'RescheduleRequest' });

/** What is signed: papers of the session, each with the hash of the content that was read. */
export const signRequest = z
  .strictObject({
    papers: z
      .array(z.strictObject({ id, contentHash: z.string().regex(/^[0-9a-f]{64}$/) }))
      .min(1)
      .max(10),
  })
  .meta({ id: 'SignRequest' });

/** Exactly these members are present; the others are not. */
export const attendanceRequest = z
  .strictObject({ present: z.array(id).max(5000) })
  .meta({ id: 'AttendanceRequest' });

export const agendaItemReasonRequest = z.strictObject({ reason }).meta({ id: 'AgendaItemReasonRequest' });

export type SessionStep = z.infer<typeof sessionStep>;
export type SessionPaper = z.infer<typeof sessionPaper>;
export type SessionPaperKind = z.infer<typeof sessionPaperKind>;
export type SessionNote = z.infer<typeof sessionNote>;
export type SigningCapacity = z.infer<typeof signingCapacity>;
export type SessionNoteRequest = z.infer<typeof sessionNoteRequest>;
export type RescheduleRequest = z.infer<typeof rescheduleRequest>;
export type SignRequest = z.infer<typeof signRequest>;
export type SessionMode = z.infer<typeof sessionMode>;
export type SessionStatus = z.infer<typeof sessionStatus>;
export type BallotKind = z.infer<typeof ballotKind>;
export type SessionMeter = z.infer<typeof sessionMeter>;
export type SessionSummary = z.infer<typeof sessionSummary>;
export type PlanSessionRequest = z.input<typeof planSessionRequest>;
export type SessionMember = z.infer<typeof sessionMember>;
export type AgendaItem = z.infer<typeof agendaItem>;
export type SessionDetail = z.infer<typeof sessionDetail>;
export type AttendanceRequest = z.infer<typeof attendanceRequest>;
export type AgendaItemReasonRequest = z.infer<typeof agendaItemReasonRequest>;
