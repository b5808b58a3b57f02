import { z } from 'zod';
import { grade, subjectKind } from './catalogue.ts';
import { id, instant, listOf, pageQuery, personRef, unitRef } from './common.ts';

export const eligibilityVerdict = z.enum(['eligible', 'not_eligible', 'needs_judgement']);
export const criterionOutcome = z.enum(['met', 'not_met', 'unknown']);

const source = { citation: z.string(), grade };

/** One criterion as it was tested, in the language of the request. */
export const criterion = z
  .strictObject({
    text: z.string(),
    outcome: criterionOutcome,
    /** What the outcome rests on. */
    facts: z.array(z.string()),
    /** What would be needed for it to hold; empty where it does. */
    missing: z.array(z.string()),
    note: z.string().nullable(),
    ...source,
    /** Further provisions that decided what counts. */
    related: z.array(z.strictObject(source)),
  })
  .meta({ id: 'Criterion' });

/** One way to meet the standard; where `alternatives` is not empty, one of its groups must hold as well. */
export const testedBranch = z
  .strictObject({
    point: z.string().nullable(),
    outcome: criterionOutcome,
    criteria: z.array(criterion),
    alternatives: z.array(z.array(criterion)),
    /** What colleagues weigh when they vote (bình xét); no criterion of who may be proposed. */
    votedOn: z.array(z.string()),
    ...source,
  })
  .meta({ id: 'TestedBranch' });

/**
 * Whether the law lets a nominee be proposed, criterion by criterion. `evaluatedAt` is null for a draft, whose verdict is of
 * now; a submitted dossier shows the newest verdict that was stored, beside the one it was submitted with.
 */
export const nominationEligibility = z
  .strictObject({
    nominationId: id,
    seq: z.int().min(1),
    kind: subjectKind,
    name: z.string(),
    post: z.string(),
    /** Whose ledger it rests on; null for a collective. */
    personId: id.nullable(),
    /** Pairs with that person that wait for somebody to confirm or reject them; until then the other's lines do not count. */
    proposedMatches: z.int().min(0),
    unitId: id.nullable(),
    verdict: eligibilityVerdict,
    verdictAtSubmission: eligibilityVerdict.nullable(),
    ruleSetId: z.string(),
    evaluatedAt: instant.nullable(),
    evaluatedBy: personRef.nullable(),
    /** Principles that hold for every award. */
    principles: z.array(criterion),
    /** Ways to meet the standard; one is enough. */
    branches: z.array(testedBranch),
    /** Comes first among equals; no part of the verdict. */
    preference: criterion.nullable(),
  })
  .meta({ id: 'NominationEligibility' });

export const verdictCounts = z
  .strictObject({ eligible: z.int(), not_eligible: z.int(), needs_judgement: z.int() })
  .meta({ id: 'VerdictCounts' });

/** What asking anew found: how the nominees stand, and how many verdicts rest on other facts than before. */
export const recheck = z
  .strictObject({ counts: verdictCounts, changed: z.int().min(0) })
  .meta({ id: 'Recheck' });

export const eligibilityReport = z
  .strictObject({
    ...listOf(nominationEligibility).shape,
    counts: verdictCounts,
    /** What submitting does with nominees who are not eligible. */
    ineligibleAtSubmit: z.enum(['acknowledge', 'refuse']),
    /** Why it was submitted with nominees who were found not eligible. */
    ineligibleReason: z.string().nullable(),
    /** The dossier is under way and the reader works on it, so the verdicts may be found anew on today's ledger. */
    canRecheck: z.boolean(),
  })
  .meta({ id: 'EligibilityReport' });
export const eligibilityQuery = z.strictObject({
  verdict: eligibilityVerdict.optional(),
  nominationId: id.optional(),
  ...pageQuery,
});

/** How an organisation submits nominees whom the law finds not eligible. */
export const submissionPolicy = z
  .strictObject({ ineligible: z.enum(['acknowledge', 'refuse']) })
  .meta({ id: 'SubmissionPolicy' });

/** The policies stated by units themselves; the others follow the nearest unit above that has one. */
export const submissionPolicyList = listOf(
  z
    .strictObject({ unit: unitRef, ineligible: submissionPolicy.shape.ineligible })
    .meta({ id: 'UnitSubmissionPolicy' }),
).meta({ id: 'SubmissionPolicyList' });

export type EligibilityVerdict = z.infer<typeof eligibilityVerdict>;
export type CriterionOutcome = z.infer<typeof criterionOutcome>;
export type Criterion = z.infer<typeof criterion>;
export type TestedBranch = z.infer<typeof testedBranch>;
export type NominationEligibility = z.infer<typeof nominationEligibility>;
export type Recheck = z.infer<typeof recheck>;
export type VerdictCounts = z.infer<typeof verdictCounts>;
export type EligibilityReport = z.infer<typeof eligibilityReport>;
export type SubmissionPolicy = z.infer<typeof submissionPolicy>;
export type UnitSubmissionPolicy = z.infer<typeof submissionPolicyList>['items'][number];
