import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { TestedBranch } from '../../domain/eligibility/eligibility.ts';
import { awards, ruleSets } from './awards.ts';
import { id, instant } from './columns.ts';
import { dossiers } from './dossiers.ts';
import { verdictKindEnum } from './eligibility.ts';
import { accounts, people, units } from './organisation.ts';

/** Review (xét cuối năm) of a unit's emulation year: who may be proposed for what, found when the year was closed. */
export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    /** National rule-set that the suggestions rest on. */
    ruleSetId: text()
      .notNull()
      .references(() => ruleSets.id),
    /** Why the year was closed before its last day; empty otherwise. */
    earlyReason: text(),
    closedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    closedAt: instant().notNull(),
    /** When the suggestions were last found. */
    foundAt: instant().notNull(),
  },
  (t) => [uniqueIndex('reviews_year').on(t.unitId, t.year)],
);

/** Suggestion (gợi ý đề nghị): one award for which a person or collective may be proposed, and why. */
export const reviewSuggestions = pgTable(
  'review_suggestions',
  {
    id: id(),
    reviewId: uuid()
      .notNull()
      .references(() => reviews.id),
    awardCode: text()
      .notNull()
      .references(() => awards.code),
    /** Achievement period, calendar years, both included. */
    periodFrom: integer().notNull(),
    periodTo: integer().notNull(),
    personId: uuid().references(() => people.id),
    unitId: uuid().references(() => units.id),
    /** Name and post as they stood when it was found. */
    name: text().notNull(),
    post: text().notNull().default(''),
    verdict: verdictKindEnum().notNull(),
    /** The way to the standard that speaks for it. */
    way: jsonb().$type<TestedBranch>().notNull(),
    /** Dossier that was started from it; null while nobody has accepted it. */
    dossierId: uuid().references(() => dossiers.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('review_suggestions_once').on(
      t.reviewId,
      t.awardCode,
      sql`coalesce(${t.personId}, ${t.unitId})`,
    ),
    index('review_suggestions_dossier').on(t.dossierId),
    check('review_suggestions_one_subject', sql`(${t.personId} is null) <> (${t.unitId} is null)`),
    check('review_suggestions_not_refused', sql`${t.verdict} <> 'not_eligible'`),
    check('review_suggestions_period', sql`${t.periodTo} >= ${t.periodFrom}`),
  ],
);
