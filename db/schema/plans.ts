import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { accounts, units } from './organisation.ts';
import { processInstances } from './processes.ts';

export const planStatusEnum = pgEnum('plan_status', ['draft', 'running', 'assigned']);
export const scoringRhythmEnum = pgEnum('scoring_rhythm', ['month', 'quarter']);

/**
 * Work plan (kế hoạch công tác và điểm thi đua) of an organisation for a plan year. Where it stands on its way is the position
 * of its process; `running` says that it has one.
 */
export const workPlans = pgTable(
  'work_plans',
  {
    id: id(),
    /** Readable code, e.g. `KHCT-2022-1`. */
    code: text().notNull(),
    /** Organisation whose plan it is; its standing body synthesises, its head approves. */
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    title: text().notNull(),
    /** From then on it may be scored. */
    opensOn: date().notNull(),
    evaluationFrom: date().notNull(),
    evaluationTo: date().notNull(),
    rhythm: scoringRhythmEnum().notNull(),
    /** Points that every receiving unit must be able to earn; null where the plan sets no total. */
    totalPoints: integer(),
    /** Plan of the year before, which it starts from and is compared with. */
    previousId: uuid().references((): AnyPgColumn => workPlans.id),
    status: planStatusEnum().notNull().default('draft'),
    instanceId: uuid().references(() => processInstances.id),
    /** Paper by which it was assigned, where that was not done here. */
    paperSymbol: text(),
    assignedOn: date(),
    /** Version that holds: the one being written, then the one assigned. */
    version: integer().notNull().default(1),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('work_plans_code').on(t.code),
    uniqueIndex('work_plans_instance').on(t.instanceId),
    index('work_plans_unit').on(t.unitId, t.year),
    check(
      'work_plans_window',
      sql`${t.evaluationTo} >= ${t.evaluationFrom} and ${t.evaluationTo} < ${t.evaluationFrom} + interval '1 year'`,
    ),
    check('work_plans_total', sql`${t.totalPoints} > 0`),
    check('work_plans_previous', sql`${t.previousId} <> ${t.id}`),
    check(
      'work_plans_status',
      sql`(${t.status} = 'assigned') = (${t.assignedOn} is not null) and (${t.status} <> 'running' or ${t.instanceId} is not null)`,
    ),
  ],
);

export const planPartEnum = pgEnum('plan_part', [
  'proposer', // đơn vị đề nghị giao kế hoạch
  'adviser', // đơn vị được lấy ý kiến
  'receiver', // đơn vị được giao, chấm điểm
]);

/** What a unit has to do with a plan. */
export const planUnits = pgTable(
  'plan_units',
  {
    planId: uuid()
      .notNull()
      .references(() => workPlans.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    part: planPartEnum().notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.part, t.unitId] }), index('plan_units_unit').on(t.unitId)],
);

/**
 * Version of a plan: what a round of collecting ended with, or one that is still being written. A closed one never changes,
 * because items are never changed but ended (`plan_items`).
 */
export const planVersions = pgTable(
  'plan_versions',
  {
    planId: uuid()
      .notNull()
      .references(() => workPlans.id),
    /** From 1. */
    number: integer().notNull(),
    openedAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.number] }),
    uniqueIndex('plan_versions_open').on(t.planId).where(sql`${t.closedAt} is null`),
    check('plan_versions_number', sql`${t.number} > 0`),
  ],
);

export const itemKindEnum = pgEnum('plan_item_kind', ['report', 'task']);

/** Plan item (nhiệm vụ): it belongs to the versions from `since` to `until`; what changes is ended and begun anew. */
export const planItems = pgTable(
  'plan_items',
  {
    id: id(),
    planId: uuid().notNull(),
    since: integer().notNull(),
    /** Last version it belongs to; null while it lasts. */
    until: integer(),
    assignerId: uuid()
      .notNull()
      .references(() => units.id),
    code: text().notNull(),
    name: text().notNull(),
    kind: itemKindEnum().notNull(),
    dueMonths: integer().array().notNull(),
    adHoc: boolean().notNull().default(false),
    reason: text(),
  },
  (t) => [
    foreignKey({
      name: 'plan_items_version',
      columns: [t.planId, t.since],
      foreignColumns: [planVersions.planId, planVersions.number],
    }),
    uniqueIndex('plan_items_once').on(t.planId, t.assignerId, t.code).where(sql`${t.until} is null`),
    index('plan_items_plan').on(t.planId, t.assignerId),
    check('plan_items_versions', sql`${t.until} >= ${t.since}`),
    check(
      'plan_items_months',
      sql`cardinality(${t.dueMonths}) between 1 and 12 and ${t.dueMonths} <@ array[1,2,3,4,5,6,7,8,9,10,11,12]`,
    ),
    check('plan_items_ad_hoc', sql`not ${t.adHoc} or length(trim(coalesce(${t.reason}, ''))) > 0`),
  ],
);

/** Points of an item for one receiving unit. */
export const planPoints = pgTable(
  'plan_points',
  {
    itemId: uuid()
      .notNull()
      .references(() => planItems.id, { onDelete: 'cascade' }),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    points: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.unitId] }), check('plan_points_positive', sql`${t.points} > 0`)],
);

export const scoringStatusEnum = pgEnum('plan_scoring_status', ['open', 'closed']);

/** Scoring (chấm điểm) of one period of a plan, a process of its own. */
export const planScorings = pgTable(
  'plan_scorings',
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => workPlans.id),
    /** Period of the plan, e.g. `2022-Q1`. */
    period: text().notNull(),
    dueOn: date().notNull(),
    status: scoringStatusEnum().notNull().default('open'),
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    openedAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex('plan_scorings_period').on(t.planId, t.period),
    uniqueIndex('plan_scorings_instance').on(t.instanceId),
    check('plan_scorings_closed', sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
  ],
);

/** The scoring deadline was put off, and why. */
export const scoringExtensions = pgTable(
  'scoring_extensions',
  {
    id: id(),
    scoringId: uuid()
      .notNull()
      .references(() => planScorings.id),
    from: date().notNull(),
    to: date().notNull(),
    reason: text().notNull(),
    extendedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    at: instant().notNull(),
  },
  (t) => [
    index('scoring_extensions_scoring').on(t.scoringId),
    check('scoring_extensions_later', sql`${t.to} > ${t.from}`),
    check('scoring_extensions_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);

/** Score sheet (bảng chấm điểm): what one unit that assigns gives for a period. Handed in when its task is done. */
export const scoreSheets = pgTable(
  'score_sheets',
  {
    scoringId: uuid()
      .notNull()
      .references(() => planScorings.id),
    assignerId: uuid()
      .notNull()
      .references(() => units.id),
    handedInAt: instant(),
    /** Compare-and-set counter. */
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.scoringId, t.assignerId] })],
);

export const scoreSourceEnum = pgEnum('score_source', ['entry', 'progress']);

/** Points a unit earned with an item in a period. */
export const planScores = pgTable(
  'plan_scores',
  {
    scoringId: uuid()
      .notNull()
      .references(() => planScorings.id),
    itemId: uuid()
      .notNull()
      .references(() => planItems.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    due: integer().notNull(),
    earned: integer().notNull(),
    note: text(),
    /** Given by a person, or computed from the progress of a task system. */
    source: scoreSourceEnum().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scoringId, t.itemId, t.unitId] }),
    index('plan_scores_item').on(t.itemId),
    check('plan_scores_range', sql`${t.due} > 0 and ${t.earned} between 0 and ${t.due}`),
  ],
);
