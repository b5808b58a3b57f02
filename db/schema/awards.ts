import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import { id, instant } from './columns.ts';
import { people, units } from './organisation.ts';
import { planScorings } from './plans.ts';

export const awardKindEnum = pgEnum('award_kind', ['title', 'commendation']);

/** Award (danh hiệu thi đua, hình thức khen thưởng): the catalogue's names; its rules are in the rule-sets. */
export const awards = pgTable('awards', {
  code: text().primaryKey(),
  kind: awardKindEnum().notNull(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
});

/**
 * Rule-set (bộ quy tắc): the law in force between two dates, as loaded from `rules/`.
 * `rule_sets_no_overlap` (an exclusion constraint, added by hand in the migration) forbids overlapping dates.
 */
export const ruleSets = pgTable(
  'rule_sets',
  {
    id: text().primaryKey(),
    effectiveFrom: date().notNull(),
    effectiveTo: date(),
    /** SHA-256 of the content, hex. */
    hash: text().notNull(),
    content: jsonb().$type<RuleSet>().notNull(),
    loadedAt: instant().notNull().defaultNow(),
  },
  (t) => [check('rule_sets_dates', sql`${t.effectiveTo} is null or ${t.effectiveTo} >= ${t.effectiveFrom}`)],
);

export const campaignKindEnum = pgEnum('campaign_kind', ['regular', 'wave', 'theme']);

/** Campaign (phong trào thi đua): thường xuyên, theo đợt, theo chuyên đề. */
export const campaigns = pgTable(
  'campaigns',
  {
    id: id(),
    parentId: uuid().references((): AnyPgColumn => campaigns.id),
    launchedBy: uuid()
      .notNull()
      .references(() => units.id),
    kind: campaignKindEnum().notNull(),
    name: text().notNull(),
    startsOn: date().notNull(),
    endsOn: date(),
    /** Chủ đề. */
    theme: text(),
    /** Nội dung, tiêu chí: concrete enough to be checked (source 000). */
    criteria: text().array().notNull().default(sql`'{}'`),
    /** Compare-and-set counter: whoever writes the targets names the version they saw. */
    version: integer().notNull().default(1),
  },
  (t) => [check('campaigns_dates', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`)],
);

/** Counts an organisation reports for a year: how many of an award, to collectives and to individuals. */
export const awardStatistics = pgTable(
  'award_statistics',
  {
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    awardCode: text()
      .notNull()
      .references(() => awards.code),
    /** Distinguishes counts of one award with different reasons, e.g. `regular`, `service`. */
    basis: text().notNull().default('regular'),
    collectives: integer().notNull().default(0),
    individuals: integer().notNull().default(0),
    source: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.year, t.awardCode, t.basis] }),
    check('award_statistics_not_negative', sql`${t.collectives} >= 0 and ${t.individuals} >= 0`),
  ],
);

/** Work-plan points (điểm thi đua theo kế hoạch công tác) of a person or unit in one plan year. */
export const workPlanPoints = pgTable(
  'work_plan_points',
  {
    id: id(),
    personId: uuid().references(() => people.id),
    unitId: uuid().references(() => units.id),
    planYear: integer().notNull(),
    item: text().notNull(),
    assignedPoints: integer().notNull(),
    achievedPoints: integer().notNull(),
    /** Scoring that found them; null where they came from elsewhere. */
    scoringId: uuid().references((): AnyPgColumn => planScorings.id),
  },
  (t) => [
    uniqueIndex('work_plan_points_scoring').on(t.scoringId, t.unitId).where(sql`${t.scoringId} is not null`),
    check('work_plan_points_one_subject', sql`(${t.personId} is null) <> (${t.unitId} is null)`),
    check(
      'work_plan_points_range',
      sql`${t.assignedPoints} > 0 and ${t.achievedPoints} between 0 and ${t.assignedPoints}`,
    ),
  ],
);
