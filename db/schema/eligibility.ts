import { index, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Eligibility } from '../../domain/eligibility/eligibility.ts';
import type { NomineeRecord } from '../../domain/eligibility/record.ts';
import { ruleSets } from './awards.ts';
import { id, instant } from './columns.ts';
import { nominations } from './dossiers.ts';
import { accounts, units } from './organisation.ts';

export const verdictKindEnum = pgEnum('eligibility_verdict', ['eligible', 'not_eligible', 'needs_judgement']);

/**
 * Verdict on a nomination as it was found on a day, with the rule-set and the facts it rests on. A later look at a changed
 * ledger is a new row: what was shown at submission stays.
 */
export const eligibilityVerdicts = pgTable(
  'eligibility_verdicts',
  {
    id: id(),
    nominationId: uuid()
      .notNull()
      .references(() => nominations.id),
    ruleSetId: text()
      .notNull()
      .references(() => ruleSets.id),
    verdict: verdictKindEnum().notNull(),
    /** The nominee's record at that moment. */
    facts: jsonb().$type<NomineeRecord>().notNull(),
    findings: jsonb().$type<Omit<Eligibility, 'verdict'>>().notNull(),
    evaluatedAt: instant().notNull(),
    evaluatedBy: uuid()
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [index('eligibility_verdicts_nomination').on(t.nominationId, t.evaluatedAt)],
);

/** What submitting does with nominees the law finds not eligible: ask for a reason, or refuse. */
export const ineligibleAtSubmitEnum = pgEnum('ineligible_at_submit', ['acknowledge', 'refuse']);

/** An organisation's own way of submitting; it holds for the unit and all below it, the nearest one counts. */
export const submissionPolicies = pgTable('submission_policies', {
  unitId: uuid()
    .primaryKey()
    .references(() => units.id),
  ineligible: ineligibleAtSubmitEnum().notNull(),
});
