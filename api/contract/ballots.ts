import { z } from 'zod';
import { id, instant, personRef, reason } from './common.ts';

export const choice = z.enum(['for', 'against', 'abstain']);

export const channel = z.enum(['room', 'remote', 'written']);

/** A member kept from the vote on one item: declared by the member, or ordered by the chair. */
export const recusal = z
  .strictObject({ person: personRef, kind: z.enum(['declared', 'ordered']), reason: z.string() })
  .meta({ id: 'Recusal' });

/** Sum of the ballots on one item. */
export const ballotCounts = z
  .strictObject({
    inFavour: z.int().min(0),
    against: z.int().min(0),
    abstained: z.int().min(0),
    missing: z.int().min(0),
    /** Members kept from the vote by a conflict of interest. */
    recused: z.int().min(0),
  })
  .meta({ id: 'BallotCounts' });

/** How the vote on one item stands while the session is open. A secret ballot shows only how many were cast. */
export const runningVote = z
  .strictObject({
    /** Ballots cast, those of written opinions included, and members who may still cast one. */
    cast: z.int().min(0),
    left: z.int().min(0),
    recused: z.int().min(0),
    /** Size of the denominator, and votes in favour that are enough. */
    total: z.int().min(0),
    needed: z.int().min(0),
    counts: ballotCounts.nullable(),
    /** Whether the share is reached, can no longer be reached, or is open; null for a secret ballot. */
    outlook: z.enum(['reached', 'out_of_reach', 'open']).nullable(),
  })
  .meta({ id: 'RunningVote' });

/** Conflicts of interest among the items of the agenda; none where the list is empty. */
export const declarationRequest = z
  .strictObject({
    conflicts: z.array(z.strictObject({ agendaItemId: id, reason })).max(5000),
  })
  .meta({ id: 'DeclarationRequest' });

/** `replaces`: number of the own ballot this one takes the place of (`myVersion`); 0 for the first. */
const ballotEntry = z.strictObject({
  agendaItemId: id,
  choice,
  replaces: z.int().min(0).max(1_000_000).default(0),
});

const ballotEntries = z.array(ballotEntry).min(1).max(5000);

const opinionEntries = z
  .array(z.strictObject({ agendaItemId: id, choice }))
  .min(1)
  .max(5000);

/** `channel`: in the room or remote; by the session's mode and the member's attendance where it is left out. */
export const castBallotsRequest = z
  .strictObject({ ballots: ballotEntries, channel: z.enum(['room', 'remote']).optional() })
  .meta({ id: 'CastBallotsRequest' });

export const castBallotsResult = z
  .strictObject({
    recorded: z.int().min(1),
    castAt: instant,
    /** Of a secret ballot: with it the member, and nobody else, can check until the close what lies in the box. */
    receipt: z.string().nullable(),
  })
  .meta({ id: 'CastBallotsResult' });

const replaced = z.strictObject({ agendaItemId: id, replaces: z.int().min(0).max(1_000_000).default(0) });

/** The same choice on many nominations; with `preview` nothing is cast, and the answer says what would be refused and why. */
export const castAlikeRequest = z
  .strictObject({
    ballots: z.array(replaced).min(1).max(2000),
    choice,
    preview: z.boolean().default(false),
  })
  .meta({ id: 'CastAlikeRequest' });

/** Own ballots taken back, by the numbers they have (`myVersion`). */
export const withdrawBallotsRequest = z
  .strictObject({ ballots: z.array(replaced).min(1).max(2000) })
  .meta({ id: 'WithdrawBallotsRequest' });

/** What lies in the box under a receipt. */
export const receiptQuery = z.strictObject({ receipt: z.string().regex(/^[0-9a-f]{20}$/) });

export const receiptCheck = z
  .strictObject({ ballots: z.array(z.strictObject({ agendaItemId: id, choice })) })
  .meta({ id: 'ReceiptCheck' });

/** `personId`: the chair keeps this member from the vote; the member's own declaration where it is left out. */
export const recusalRequest = z
  .strictObject({ reason, personId: id.optional() })
  .meta({ id: 'RecusalRequest' });

/** A second count of the stored ballots beside the result of the close. */
export const recount = z
  .strictObject({
    items: z.array(
      z.strictObject({ agendaItemId: id, stored: ballotCounts, recounted: ballotCounts, equal: z.boolean() }),
    ),
    equal: z.boolean(),
  })
  .meta({ id: 'Recount' });

/** `documentId`: the signed opinion, attached before to a dossier of the agenda as `written_opinion`. */
export const writtenOpinionRequest = z
  .strictObject({ ballots: opinionEntries, documentId: id })
  .meta({ id: 'WrittenOpinionRequest' });

/** Items whose ballot ends now; what did not reach the share is voted on once more. */
export const furtherBallotRequest = z
  .strictObject({ agendaItemIds: z.array(id).min(1).max(5000) })
  .meta({ id: 'FurtherBallotRequest' });

/** The chair's vote on items whose votes are equal; those that are equal with each other together. */
export const decidingVotesRequest = z
  .strictObject({
    votes: z
      .array(z.strictObject({ agendaItemId: id, choice: z.enum(['for', 'against']) }))
      .min(1)
      .max(5000),
  })
  .meta({ id: 'DecidingVotesRequest' });

/** `documentId`: the signed appointment, attached before to a dossier of the agenda as `proxy`. */
export const proxyRequest = z.strictObject({ proxyId: id, documentId: id }).meta({ id: 'ProxyRequest' });

export type DeclarationRequest = z.infer<typeof declarationRequest>;
export type Choice = z.infer<typeof choice>;
export type BallotEntry = z.output<typeof ballotEntry>;
export type RunningVote = z.infer<typeof runningVote>;
export type Recusal = z.infer<typeof recusal>;
export type ReceiptCheck = z.infer<typeof receiptCheck>;
export type RecusalRequest = z.infer<typeof recusalRequest>;
export type Recount = z.infer<typeof recount>;
export type BallotCounts = z.infer<typeof ballotCounts>;
export type CastBallotsRequest = z.input<typeof castBallotsRequest>;
export type ProxyRequest = z.infer<typeof proxyRequest>;
export type DecidingVotesRequest = z.infer<typeof decidingVotesRequest>;
export type CastAlikeRequest = z.input<typeof castAlikeRequest>;
export type WithdrawBallotsRequest = z.input<typeof withdrawBallotsRequest>;
export type CastBallotsResult = z.infer<typeof castBallotsResult>;
export type WrittenOpinionRequest = z.infer<typeof writtenOpinionRequest>;
