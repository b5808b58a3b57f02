import { z } from 'zod';
import { commendationKind } from './catalogue.ts';
import {
  id,
  instant,
  line,
  listOf,
  localDate,
  pageQuery,
  personRef,
  reason,
  searchWords,
  unitRef,
  year,
} from './common.ts';

export const lineKind = z.enum([
  'award',
  'rating',
  'initiative',
  'discipline',
  'maternity',
  'transfer',
  'statement',
]);
export const rating = z.enum(['not_completed', 'completed', 'good', 'excellent']);
export const initiativeScope = z.enum(['unit', 'ministry', 'national']);
export const severity = z.enum(['reprimand', 'warning', 'more']);
const awardKind = z.enum(['title', 'commendation']);

/** What a line of each kind says, beside the paper it was read from. */
const says = {
  award: {
    awardCode: z.string().min(1).max(40),
    /** Achievement period, both years included. */
    fromYear: year,
    year,
    /** False: the decision names no achievement period, and both years are that of the decision. */
    periodNamed: z.boolean().default(true),
    commendationKind: commendationKind.nullable().default(null),
    decider: line(200),
  },
  rating: { year, rating },
  initiative: {
    name: line(500),
    year,
    scope: initiativeScope,
    /** Kinds of award it was used for before this system kept the ledger. */
    usedFor: z.array(awardKind).max(2).default([]),
  },
  /** `endedOn` null while the measure lasts. */
  discipline: { severity, endedOn: localDate.nullable().default(null) },
  maternity: { year },
  transfer: {
    year,
    formerUnit: line(200),
    monthsAtFormerUnit: z.int().min(0).max(12),
    /** Does the former unit support the award? Null until somebody has looked. */
    formerUnitAgrees: z.boolean().nullable().default(null),
  },
  /** What somebody vouches for; the newest statement counts whole, and null was not vouched for. */
  statement: {
    awardsCompleteFrom: year.nullable().default(null),
    initiativesComplete: z.boolean().default(false),
    disciplineComplete: z.boolean().default(false),
    underExamination: z.boolean().nullable().default(null),
    /** For a collective only. */
    foundedIn: year.nullable().default(null),
  },
};

/** Paper that the line was read from. */
const paper = { decisionSymbol: line(100), decidedOn: localDate };

/** A line as it is entered. Measures, maternity and transfers are of persons only. */
export const lineEntry = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('award'), ...says.award, ...paper }),
    z.strictObject({ kind: z.literal('rating'), ...says.rating, ...paper }),
    z.strictObject({ kind: z.literal('initiative'), ...says.initiative, ...paper }),
    z.strictObject({ kind: z.literal('discipline'), ...says.discipline, ...paper }),
    z.strictObject({ kind: z.literal('maternity'), ...says.maternity, ...paper }),
    z.strictObject({ kind: z.literal('transfer'), ...says.transfer, ...paper }),
    z.strictObject({ kind: z.literal('statement'), ...says.statement, ...paper }),
  ])
  .meta({ id: 'LedgerLineEntry' });

/**
 * A use of an initiative: by an award in force, by a proposal not decided yet, or before this ledger, of which only the kind
 * is known.
 */
export const initiativeUse = z
  .strictObject({
    kind: awardKind,
    standing: z.enum(['held', 'proposed', 'before']),
    award: z.strictObject({ awardNameVi: z.string(), awardNameEn: z.string() }).nullable(),
    dossier: z.strictObject({ id, code: z.string(), periodTo: z.int() }).nullable(),
  })
  .meta({ id: 'InitiativeUse' });

/** What every line shows beside what it says. */
const shown = {
  id,
  decisionSymbol: z.string(),
  decidedOn: localDate.nullable(),
  source: z.enum(['import', 'issued_decision', 'entry']),
  recordedBy: personRef.nullable(),
  recordedAt: instant,
  /** Line that was struck out in favour of this one. */
  corrects: id.nullable(),
  /** Struck out: it was wrong, stays to be read and counts no more. */
  struck: z.strictObject({ by: personRef, at: instant, reason: z.string() }).nullable(),
};
const shownAward = {
  ...says.award,
  decider: z.string(),
  awardNameVi: z.string(),
  awardNameEn: z.string(),
  status: z.enum(['in_force', 'revoked']),
  revocationSymbol: z.string().nullable(),
  revokedOn: localDate.nullable(),
  revocationReason: z.string().nullable(),
  /** The actor speaks for the body that decided, so may record a revocation. */
  canRevoke: z.boolean(),
};

/** A line of the ledger, also one that was struck out, and an award that was revoked as revoked. */
export const ledgerLine = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('award'), ...shown, ...shownAward }),
    z.strictObject({ kind: z.literal('rating'), ...shown, ...says.rating }),
    z.strictObject({
      kind: z.literal('initiative'),
      ...shown,
      ...says.initiative,
      name: z.string(),
      uses: z.array(initiativeUse),
    }),
    z.strictObject({ kind: z.literal('discipline'), ...shown, ...says.discipline }),
    z.strictObject({ kind: z.literal('maternity'), ...shown, ...says.maternity }),
    z.strictObject({ kind: z.literal('transfer'), ...shown, ...says.transfer, formerUnit: z.string() }),
    z.strictObject({ kind: z.literal('statement'), ...shown, ...says.statement }),
  ])
  .meta({ id: 'LedgerLine' });

const ledger = {
  /** The actor enters, corrects and strikes out lines. */
  canKeep: z.boolean(),
  /** The newest first within each kind. */
  lines: z.array(ledgerLine),
};

/** A post held, with its unit. */
export const heldPost = z
  .strictObject({ title: z.string(), unit: unitRef, validFrom: localDate, validTo: localDate.nullable() })
  .meta({ id: 'HeldPost' });
/** Lines of one human being: those of every row that confirmed matches tie together. */
export const personLedger = z
  .strictObject({ person: personRef, posts: z.array(heldPost), ...ledger })
  .meta({ id: 'PersonLedger' });
export const collectiveLedger = z.strictObject({ unit: unitRef, ...ledger }).meta({ id: 'CollectiveLedger' });

/** Whose ledger may be opened: a person or a collective, with how many awards in force it lists. */
export const ledgerHolder = z
  .strictObject({
    kind: z.enum(['person', 'collective']),
    id,
    name: z.string(),
    nameEn: z.string(),
    /** Newest post of a person; empty where none is known. */
    post: z.string(),
    unit: unitRef.nullable(),
    awards: z.int().min(0),
  })
  .meta({ id: 'LedgerHolder' });
export const ledgerHolderList = listOf(ledgerHolder).meta({ id: 'LedgerHolderList' });
export const ledgerHolderQuery = z.strictObject({
  kind: z.enum(['person', 'collective']).default('person'),
  q: searchWords.optional(),
  /** Only those whose ledger the account keeps. */
  kept: z.enum(['true', 'false']).optional(),
  ...pageQuery,
});

export const strikeLineRequest = z.strictObject({ reason }).meta({ id: 'StrikeLineRequest' });
/** The line as it should have been, of the same kind. */
export const correctLineRequest = z
  .strictObject({ line: lineEntry, reason })
  .meta({ id: 'CorrectLineRequest' });

export const revokeAwardRequest = z
  .strictObject({
    /** Symbol and date of the decision that revokes it. */
    decisionSymbol: line(100),
    decidedOn: localDate,
    reason,
  })
  .meta({ id: 'RevokeAwardRequest' });

export const matchStatus = z.enum(['proposed', 'confirmed', 'rejected']);
/** A row that may be somebody else's as well, with what tells people apart. */
export const matchedPerson = z
  .strictObject({
    ...personRef.shape,
    /** Date of birth, or the year where no more is known. */
    birth: z.string().nullable(),
    staffCode: z.string().nullable(),
    /** Newest post; empty where none is known. */
    post: z.string(),
    unit: unitRef.nullable(),
    /** File of the import that named the person. */
    importedFrom: z.string().nullable(),
    awards: z.int().min(0),
  })
  .meta({ id: 'MatchedPerson' });
/** Two rows that may be one human being, with what speaks for and against it, in points. */
export const personMatch = z
  .strictObject({
    id,
    personA: matchedPerson,
    personB: matchedPerson,
    score: z.int(),
    reasons: z.array(z.strictObject({ code: z.string(), points: z.int() })),
    status: matchStatus,
    decisionReason: z.string().nullable(),
    decidedBy: personRef.nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'PersonMatch' });
export const personMatchList = listOf(personMatch).meta({ id: 'PersonMatchList' });
export const personMatchQuery = z.strictObject({
  status: matchStatus.default('proposed'),
  /** Only pairs with this person. */
  personId: id.optional(),
  ...pageQuery,
});
/** `rejected` for a confirmed match splits the two again. */
export const decideMatchRequest = z
  .strictObject({ status: z.enum(['confirmed', 'rejected']), reason })
  .meta({ id: 'DecideMatchRequest' });
export const proposeMatchRequest = z
  .strictObject({ personId: id, otherId: id })
  .meta({ id: 'ProposeMatchRequest' });

export type LineKind = z.infer<typeof lineKind>;
export type LineEntry = z.infer<typeof lineEntry>;
export type LedgerLine = z.infer<typeof ledgerLine>;
export type CorrectLineRequest = z.infer<typeof correctLineRequest>;
export type InitiativeUse = z.infer<typeof initiativeUse>;
export type HeldPost = z.infer<typeof heldPost>;
export type PersonLedger = z.infer<typeof personLedger>;
export type CollectiveLedger = z.infer<typeof collectiveLedger>;
export type LedgerHolder = z.infer<typeof ledgerHolder>;
export type MatchedPerson = z.infer<typeof matchedPerson>;
export type PersonMatch = z.infer<typeof personMatch>;
export type MatchStatus = z.infer<typeof matchStatus>;
export type DecideMatchRequest = z.infer<typeof decideMatchRequest>;
export type ProposeMatchRequest = z.infer<typeof proposeMatchRequest>;
export type RevokeAwardRequest = z.infer<typeof revokeAwardRequest>;
