import { z } from 'zod';
import { awardCode, campaign } from './catalogue.ts';
import {
  councilRef,
  differentIds,
  id,
  instant,
  line,
  listOf,
  localDate,
  pageQuery,
  personRef,
  ruled,
  unitRef,
  year,
} from './common.ts';
import { task } from './tasks.ts';

export const blocKind = z.enum(['bloc', 'cluster']);
export const blocYearStatus = z.enum(['draft', 'running', 'closed', 'recorded']);
export const blocRole = z.enum(['leader', 'deputy', 'member']);
export const blocStage = z.enum(['self', 'check']);
const version = z.int().min(1).max(2_147_483_647);
const points = z.int().min(0).max(1_000_000);

export const blocHandover = z
  .strictObject({
    kind: z.enum(['leadership', 'flag']),
    year: z.int(),
    /** Leader of the year before; null where the bloc had none on record. */
    from: unitRef.nullable(),
    to: unitRef,
    handedOn: localDate,
    place: z.string().nullable(),
    givenBy: z.string(),
    receivedBy: z.string(),
  })
  .meta({ id: 'BlocHandover' });

export const blocYearSummary = z
  .strictObject({
    id,
    code: z.string(),
    year: z.int(),
    status: blocYearStatus,
    leader: unitRef,
    members: z.int().min(2),
    /** Members whom the vote named for the flag. */
    named: z.array(unitRef),
  })
  .meta({ id: 'BlocYearSummary' });

export const blocSummary = z
  .strictObject({
    id,
    kind: blocKind,
    name: z.string(),
    council: councilRef,
    /** Unit that organises the bloc: that of its council. */
    organiser: unitRef,
    flagCode: z.string(),
    flagNameVi: z.string(),
    flagNameEn: z.string(),
    /** The newest year; null where the bloc has none yet. */
    newest: blocYearSummary.nullable(),
  })
  .meta({ id: 'BlocSummary' });
export const blocList = listOf(blocSummary).meta({ id: 'BlocList' });
export const blocQuery = z.strictObject(pageQuery);

export const blocDetail = blocSummary
  .extend({
    /** The newest first. */
    years: z.array(blocYearSummary),
    handovers: z.array(blocHandover),
    /** Who holds the rotating flag; null where none was handed over. */
    flagHolder: unitRef.nullable(),
    can: z.strictObject({ organise: z.boolean() }),
  })
  .meta({ id: 'BlocDetail' });

export const blocCriterion = z
  .strictObject({ id, section: z.string(), name: z.string(), maxPoints: z.int().min(1) })
  .meta({ id: 'BlocCriterion' });

/** A sheet as lists show it; `total` is the sum of its lines, null while there are none. */
export const blocSheet = z
  .strictObject({
    version,
    total: z.int().nullable(),
    lines: z.int().min(0),
    handedInAt: instant.nullable(),
    canWrite: z.boolean(),
  })
  .meta({ id: 'BlocSheet' });

export const blocVote = z
  .strictObject({
    result: z.enum(['passed', 'failed', 'returned', 'removed', 'undecided']).nullable(),
    inFavour: z.int().nullable(),
    total: z.int().nullable(),
    rank: z.int().nullable(),
  })
  .meta({ id: 'BlocVote' });

export const blocMember = z
  .strictObject({
    unit: unitRef,
    role: blocRole,
    checker: unitRef,
    signature: z.strictObject({ by: personRef, signedAt: instant }).nullable(),
    canSign: z.boolean(),
    self: blocSheet.nullable(),
    check: blocSheet.nullable(),
    /** What the bloc's council found; null until the members are before it. */
    vote: blocVote.nullable(),
    dossier: z.strictObject({ id, code: z.string() }).nullable(),
  })
  .meta({ id: 'BlocMember' });

export const blocYearDetail = blocYearSummary
  .extend({
    bloc: z.strictObject({ id, name: z.string(), kind: blocKind, council: councilRef }),
    flagCode: z.string(),
    flagNameVi: z.string(),
    flagNameEn: z.string(),
    regulation: z.string(),
    sharePercent: z.int(),
    shareStrict: z.boolean(),
    quorum: z.strictObject({ numerator: z.int(), denominator: z.int() }),
    flags: z.int(),
    version,
    memberList: z.array(blocMember),
    handovers: z.array(blocHandover),
    campaigns: z.array(campaign),
    criteria: z.array(blocCriterion),
    /** Sum of the maximum points. */
    maxPoints: z.int().min(0),
    pledge: z.strictObject({
      place: z.string().nullable(),
      on: localDate.nullable(),
      commitments: z.array(z.string()),
      /** SHA-256 of what is signed; null while it may still be written. */
      hash: z.string().nullable(),
      documentId: id.nullable(),
    }),
    tasks: z.array(task),
    can: z.strictObject({ organise: z.boolean(), write: z.boolean(), writePledge: z.boolean() }),
  })
  .omit({ members: true })
  .meta({ id: 'BlocYearDetail' });

export const blocSheetDetail = blocSheet
  .extend({
    unit: unitRef,
    stage: blocStage,
    criteria: z.array(
      blocCriterion.extend({
        points: z.int().nullable(),
        note: z.string().nullable(),
        /** What the member gave itself, beside what another checks. */
        selfPoints: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'BlocSheetDetail' });

export const createBlocRequest = z
  .strictObject({ kind: blocKind, name: line(300), councilId: id, flagCode: awardCode })
  .meta({ id: 'CreateBlocRequest' });

/** Parts that a quorum is told in: up to tenths, twentieths, or percent. */
const quorumParts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100] as const;

/** How much of the council must attend, e.g. two of three parts. A generated request meets the rule by its JSON Schema alone. */
const quorum = ruled(
  z.strictObject({ numerator: z.int().min(0).max(100), denominator: z.literal([...quorumParts]) }),
  {
    code: 'quorum_above_whole',
    vi: 'Tử số không được lớn hơn mẫu số.',
    en: 'The numerator is not above the denominator.',
    path: ['numerator'],
    schema: {
      anyOf: quorumParts.map((parts) => ({
        properties: { numerator: { maximum: parts }, denominator: { const: parts } },
      })),
    },
  },
  ({ numerator, denominator }) => numerator <= denominator,
);

/**
 * Members of a year in the order of its papers. `checkerId`: who checks the member's sheet; left out, the leader checks all others,
 * and the first deputy, or else the first other member, checks the leader.
 */
export const openBlocYearRequest = z
  .strictObject({
    year,
    /** The year is past and is only put on record. */
    recorded: z.boolean().default(false),
    regulation: line(500),
    sharePercent: z.int().min(0).max(100),
    shareStrict: z.boolean(),
    quorum,
    flags: z.int().min(1).max(100),
    members: z
      .array(z.strictObject({ unitId: id, role: blocRole, checkerId: id.optional() }))
      .min(2)
      .max(200),
  })
  .meta({ id: 'OpenBlocYearRequest' });

/** The whole score sheet; `total` is what whoever sets it up added up, and must be the sum of the maximum points. */
export const writeBlocCriteriaRequest = z
  .strictObject({
    version,
    total: z.int().min(1).max(100_000_000),
    criteria: z
      .array(
        z.strictObject({
          section: z.union([z.literal(''), line(200)]).default(''),
          name: line(500),
          maxPoints: z.int().min(1).max(1_000_000),
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'WriteBlocCriteriaRequest' });

export const linkCampaignsRequest = z
  .strictObject({ version, campaignIds: differentIds.max(100) })
  .meta({ id: 'LinkBlocCampaignsRequest' });

export const writePledgeRequest = z
  .strictObject({
    version,
    place: line(200),
    on: localDate,
    commitments: z.array(line(2000)).min(1).max(100),
  })
  .meta({ id: 'WritePledgeRequest' });

/** Last days for signing, for the members' own scores, and for checking them. */
export const startBlocYearRequest = z
  .strictObject({ pledgesDue: localDate, selfScoresDue: localDate, checksDue: localDate })
  .meta({ id: 'StartBlocYearRequest' });

/** `hash`: of the text that was read. */
export const signPledgeRequest = z
  .strictObject({ unitId: id, hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'SignPledgeRequest' });

/** All points of a sheet; `total` is what whoever fills it in added up, and must be their sum. */
export const writeBlocSheetRequest = z
  .strictObject({
    version,
    total: z.int().min(0).max(200_000_000),
    scores: z
      .array(z.strictObject({ criterionId: id, points, note: line(500).nullable().default(null) }))
      .max(200),
  })
  .meta({ id: 'WriteBlocSheetRequest' });

export type BlocStage = z.infer<typeof blocStage>;
export type BlocRole = z.infer<typeof blocRole>;
export type BlocSummary = z.infer<typeof blocSummary>;
export type BlocDetail = z.infer<typeof blocDetail>;
export type BlocYearSummary = z.infer<typeof blocYearSummary>;
export type BlocYearDetail = z.infer<typeof blocYearDetail>;
export type BlocMember = z.infer<typeof blocMember>;
export type BlocHandover = z.infer<typeof blocHandover>;
export type BlocCriterion = z.infer<typeof blocCriterion>;
export type BlocSheet = z.infer<typeof blocSheet>;
export type BlocSheetDetail = z.infer<typeof blocSheetDetail>;
export type CreateBlocRequest = z.infer<typeof createBlocRequest>;
export type OpenBlocYearRequest = z.input<typeof openBlocYearRequest>;
export type NewBlocYear = z.output<typeof openBlocYearRequest>;
export type WriteBlocCriteriaRequest = z.input<typeof writeBlocCriteriaRequest>;
export type BlocCriteriaInput = z.output<typeof writeBlocCriteriaRequest>;
export type LinkBlocCampaignsRequest = z.infer<typeof linkCampaignsRequest>;
export type WritePledgeRequest = z.infer<typeof writePledgeRequest>;
export type StartBlocYearRequest = z.infer<typeof startBlocYearRequest>;
export type SignPledgeRequest = z.infer<typeof signPledgeRequest>;
export type WriteBlocSheetRequest = z.output<typeof writeBlocSheetRequest>;
