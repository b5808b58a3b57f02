import { z } from 'zod';
import {
  differentIds,
  id,
  instant,
  line,
  listOf,
  localDate,
  pageQuery,
  paragraph,
  queryNumber,
  queryYear,
  reason,
  ruled,
  unitRef,
  year,
} from './common.ts';
import { task } from './tasks.ts';

export const planStatus = z.enum(['draft', 'running', 'assigned']);
export const scoringRhythm = z.enum(['month', 'quarter']);
export const planItemKind = z.enum(['report', 'task']);
const points = z.int().min(1).max(1_000_000);
const itemCode = line(60);

/** Months of the year, each once. */
const months = ruled(
  z.array(z.int().min(1).max(12)).min(1).max(12),
  {
    code: 'listed_twice',
    vi: 'Mỗi tháng chỉ ghi một lần.',
    en: 'Each month is named once.',
    schema: { uniqueItems: true },
  },
  (given) => new Set(given).size === given.length,
);

export const planSummary = z
  .strictObject({
    id,
    code: z.string(),
    title: z.string(),
    year: z.int(),
    /** Organisation whose plan it is. */
    unit: unitRef,
    status: planStatus,
    /** Scoring may begin then: by default on 1 October of the year before. */
    opensOn: localDate,
    evaluationFrom: localDate,
    evaluationTo: localDate,
    rhythm: scoringRhythm,
    /** Points that each receiving unit must be able to earn; null where the plan sets no total. */
    totalPoints: z.int().nullable(),
    /** Newest version: the one being written, or the one assigned. */
    version: z.int().min(1),
    assignedOn: localDate.nullable(),
    paperSymbol: z.string().nullable(),
  })
  .meta({ id: 'PlanSummary' });
export const planList = listOf(planSummary).meta({ id: 'PlanList' });
export const planQuery = z.strictObject({ year: queryYear.optional(), ...pageQuery });

/** What became of one unit that was asked in a round. `answer` and `comment` are an opinion's. */
export const planReply = z
  .strictObject({
    unit: unitRef,
    sentAt: instant,
    dueAt: instant.nullable(),
    /** Null where nothing came before the round was closed. */
    receivedAt: instant.nullable(),
    answer: z.enum(['agree', 'agree_with_comment']).nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'PlanReply' });

/** Proposals or opinions that a round gathered, counted from the tasks that asked for them. */
export const planRound = z
  .strictObject({
    kind: z.enum(['proposals', 'opinions']),
    sent: z.int().min(0),
    received: z.int().min(0),
    agree: z.int().min(0),
    agreeWithComment: z.int().min(0),
    /** Somebody may still answer. */
    open: z.boolean(),
    replies: z.array(planReply),
  })
  .meta({ id: 'PlanRound' });

export const planVersion = z
  .strictObject({
    number: z.int().min(1),
    openedAt: instant,
    closedAt: instant.nullable(),
    items: z.int().min(0),
    reports: z.int().min(0),
  })
  .meta({ id: 'PlanVersion' });

export const scoringRef = z
  .strictObject({ id, period: z.string(), dueOn: localDate, status: z.enum(['open', 'closed']) })
  .meta({ id: 'ScoringRef' });

export const planDetail = planSummary
  .extend({
    previous: z.strictObject({ id, code: z.string(), year: z.int() }).nullable(),
    proposers: z.array(unitRef),
    advisers: z.array(unitRef),
    receivers: z.array(unitRef),
    rounds: z.array(planRound),
    versions: z.array(planVersion),
    /** Periods of the evaluation window, and what was scored of them. */
    periods: z.array(z.strictObject({ code: z.string(), scoring: scoringRef.nullable() })),
    tasks: z.array(task),
    can: z.strictObject({
      manage: z.boolean(),
      /** Units whose items the account may write now. */
      write: z.array(unitRef),
    }),
  })
  .meta({ id: 'PlanDetail' });

export const planItem = z
  .strictObject({
    id,
    assigner: unitRef,
    code: z.string(),
    name: z.string(),
    kind: planItemKind,
    dueMonths: z.array(z.int()),
    adHoc: z.boolean(),
    reason: z.string().nullable(),
    /** Points by the id of the unit that can earn them. */
    points: z.record(z.string(), z.int()),
  })
  .meta({ id: 'PlanItem' });

/** Items of a version and what they add up to. */
export const planContent = z
  .strictObject({
    version: z.int().min(1),
    items: z.array(planItem),
    reports: z.int().min(0),
    totals: z.array(z.strictObject({ unit: unitRef, points: z.int().min(0) })),
  })
  .meta({ id: 'PlanContent' });
const version = queryNumber(1, 100_000);
export const planContentQuery = z.strictObject({ version: version.optional(), assignerId: id.optional() });

export const itemChange = z
  .strictObject({
    change: z.enum(['added', 'dropped', 'changed']),
    code: z.string(),
    name: z.string(),
    kind: planItemKind,
    reason: z.string().nullable(),
  })
  .meta({ id: 'PlanItemChange' });

/** A version beside last year's plan or beside an earlier version; of the proposers, only those that answered are compared. */
export const planComparison = z
  .strictObject({
    version: z.int().min(1),
    with: z.strictObject({ id, code: z.string(), year: z.int(), version: z.int().min(1) }),
    asked: z.int().min(0),
    answered: z.int().min(0),
    unchanged: z.int().min(0),
    changed: z.int().min(0),
    reportsBefore: z.int().min(0),
    reportsAfter: z.int().min(0),
    /** After less before. */
    reportsDifference: z.int(),
    unanswered: z.array(unitRef),
    assigners: z.array(
      z.strictObject({
        unit: unitRef,
        reportsBefore: z.int().min(0),
        reportsAfter: z.int().min(0),
        changes: z.array(itemChange),
      }),
    ),
    /** Units whose points differ. */
    receivers: z.array(z.strictObject({ unit: unitRef, pointsBefore: z.int(), pointsAfter: z.int() })),
  })
  .meta({ id: 'PlanComparison' });
/** `with`: an earlier version of the same plan; without it, last year's plan. */
export const planComparisonQuery = z.strictObject({ version: version.optional(), with: version.optional() });

export const createPlanRequest = z
  .strictObject({
    unitId: id,
    year,
    title: line(300),
    opensOn: localDate.optional(),
    evaluationFrom: localDate,
    evaluationTo: localDate,
    rhythm: scoringRhythm,
    totalPoints: points.nullable().default(null),
    previousId: id.nullable().default(null),
    proposers: differentIds.default([]),
    advisers: differentIds.default([]),
    receivers: differentIds.min(1),
  })
  .meta({ id: 'CreatePlanRequest' });

/** An item as it is written. `pointsEach` is for every receiving unit, `points` for those named, instead of it. */
export const itemInput = ruled(
  z.strictObject({
    code: itemCode,
    name: line(500),
    kind: planItemKind,
    dueMonths: months.transform((given) => given.toSorted((a, b) => a - b)),
    pointsEach: points.nullable().default(null),
    points: z
      .array(z.strictObject({ unitId: id, points }))
      .max(2000)
      .default([]),
    reason: paragraph(2000).nullable().default(null),
  }),
  {
    code: 'points_missing',
    vi: 'Cần điểm cho mọi đơn vị hoặc cho từng đơn vị được nêu.',
    en: 'Points are needed: for each receiving unit, or for units named.',
    path: ['pointsEach'],
    schema: {
      anyOf: [
        { required: ['pointsEach'], properties: { pointsEach: { type: 'integer' } } },
        { required: ['points'], properties: { points: { minItems: 1 } } },
      ],
    },
  },
  (item) => item.pointsEach !== null || item.points.length > 0,
).meta({ id: 'PlanItemInput' });
export const writeItemsRequest = z
  .strictObject({ items: z.array(itemInput).max(2000) })
  .meta({ id: 'WritePlanItemsRequest' });
export const adHocItemRequest = z
  .strictObject({ assignerId: id, item: itemInput, reason })
  .meta({ id: 'AdHocItemRequest' });

/** Last days for the proposals of the first round and the opinions of the second. */
export const startPlanRequest = z
  .strictObject({ proposalsDue: localDate, opinionsDue: localDate })
  .meta({ id: 'StartPlanRequest' });
export const adoptPlanRequest = z
  .strictObject({ paperSymbol: line(100), assignedOn: localDate })
  .meta({ id: 'AdoptPlanRequest' });
export const closeRoundRequest = z.strictObject({ reason }).meta({ id: 'ClosePlanRoundRequest' });

export const openScoringRequest = z
  .strictObject({ period: z.string().regex(/^[0-9]{4}-([0-9]{2}|Q[1-4])$/), dueOn: localDate })
  .meta({ id: 'OpenScoringRequest' });
export const extendScoringRequest = z
  .strictObject({ dueOn: localDate, reason })
  .meta({ id: 'ExtendScoringRequest' });

export const scoreSheet = z
  .strictObject({
    assigner: unitRef,
    handedInAt: instant.nullable(),
    version: z.int().min(1),
    /** What is due in the period and how much of it was scored: numbers of scores, and points. */
    expected: z.int().min(0),
    scored: z.int().min(0),
    due: z.int().min(0),
    earned: z.int().min(0),
    /** The account may write it now. */
    canWrite: z.boolean(),
  })
  .meta({ id: 'ScoreSheet' });

export const scoringDetail = z
  .strictObject({
    id,
    plan: planSummary,
    period: z.string(),
    status: z.enum(['open', 'closed']),
    dueOn: localDate,
    extensions: z.array(z.strictObject({ from: localDate, to: localDate, reason: z.string(), at: instant })),
    sheets: z.array(scoreSheet),
    /** What every receiving unit earned so far of what was scored. Share in hundredths of a percent. */
    results: z.array(
      z.strictObject({ unit: unitRef, due: z.int(), earned: z.int(), basisPoints: z.int().nullable() }),
    ),
    tasks: z.array(task),
    can: z.strictObject({ manage: z.boolean() }),
  })
  .meta({ id: 'ScoringDetail' });

export const scoreLine = z
  .strictObject({
    itemId: id,
    itemCode: z.string(),
    itemName: z.string(),
    unit: unitRef,
    due: z.int().min(1),
    earned: z.int().min(0).nullable(),
    note: z.string().nullable(),
    source: z.enum(['entry', 'progress']).nullable(),
  })
  .meta({ id: 'ScoreLine' });
export const scoreSheetDetail = scoreSheet
  .extend({ lines: z.array(scoreLine) })
  .meta({ id: 'ScoreSheetDetail' });

/** All scores of a sheet; `total` is what whoever fills it in added up, and must be their sum. */
export const writeSheetRequest = z
  .strictObject({
    version: z.int().min(1).max(2_147_483_647),
    total: z.int().min(0).max(2_000_000_000),
    scores: z
      .array(
        z.strictObject({
          itemId: id,
          unitId: id,
          earned: z.int().min(0).max(1_000_000),
          note: line(500).nullable().default(null),
        }),
      )
      .max(100_000),
  })
  .meta({ id: 'WriteScoreSheetRequest' });

/** Progress as a task system counts it, by the codes of item and unit. */
export const importProgressRequest = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          itemCode,
          unitCode: line(60),
          tasks: z.int().min(1).max(1_000_000),
          done: z.int().min(0).max(1_000_000),
        }),
      )
      .min(1)
      .max(20_000),
  })
  .meta({ id: 'ImportProgressRequest' });
export const importProgressResult = z
  .strictObject({ imported: z.int().min(0), earned: z.int().min(0) })
  .meta({ id: 'ImportProgressResult' });

export type PlanSummary = z.infer<typeof planSummary>;
export type PlanDetail = z.infer<typeof planDetail>;
export type PlanRound = z.infer<typeof planRound>;
export type PlanReply = z.infer<typeof planReply>;
export type PlanContent = z.infer<typeof planContent>;
export type PlanItem = z.infer<typeof planItem>;
export type PlanItemInput = z.input<typeof itemInput>;
export type PlanComparison = z.infer<typeof planComparison>;
export type CreatePlanRequest = z.infer<typeof createPlanRequest>;
export type WrittenItem = z.infer<typeof itemInput>;
export type ScoringDetail = z.infer<typeof scoringDetail>;
export type ScoreSheet = z.infer<typeof scoreSheet>;
export type ScoreSheetDetail = z.infer<typeof scoreSheetDetail>;
export type ScoreLine = z.infer<typeof scoreLine>;
export type ImportProgressResult = z.infer<typeof importProgressResult>;
