import { z } from 'zod';
import { awardCode } from './catalogue.ts';
import { id, instant, listOf, pageQuery, personRef, reason, unitRef, year } from './common.ts';
import { dossierSummary } from './dossiers.ts';
import { testedBranch } from './eligibility.ts';

const verdict = z.enum(['eligible', 'needs_judgement']);

/** How many suggestions there are for an award, and how many of them are in a dossier already. */
export const suggestionCount = z
  .strictObject({
    awardCode,
    awardNameVi: z.string(),
    awardNameEn: z.string(),
    eligible: z.int().min(0),
    needsJudgement: z.int().min(0),
    taken: z.int().min(0),
  })
  .meta({ id: 'SuggestionCount' });

/** A closed year of a unit, and what its people and units may be proposed for. */
export const review = z
  .strictObject({
    id,
    unit: unitRef,
    year,
    ruleSetId: z.string(),
    /** Why the year was closed before its last day. */
    earlyReason: z.string().nullable(),
    closedBy: personRef,
    closedAt: instant,
    foundAt: instant,
    awards: z.array(suggestionCount),
    /** May the account that asks find the suggestions anew and start dossiers? */
    canAct: z.boolean(),
  })
  .meta({ id: 'Review' });
export const reviewList = listOf(review).meta({ id: 'ReviewList' });

/** Somebody who may be proposed, with the way to the standard that speaks for it. */
export const suggestion = z
  .strictObject({
    id,
    awardCode,
    /** Calendar years, both included. */
    periodFrom: year,
    periodTo: year,
    kind: z.enum(['person', 'collective']),
    name: z.string(),
    post: z.string(),
    verdict,
    way: testedBranch,
    /** Dossier that was started from it. */
    dossier: z.strictObject({ id, code: z.string() }).nullable(),
  })
  .meta({ id: 'Suggestion' });
export const suggestionList = listOf(suggestion).meta({ id: 'SuggestionList' });

export const suggestionQuery = z.strictObject({
  awardCode: awardCode.optional(),
  verdict: verdict.optional(),
  ...pageQuery,
});

/** `earlyReason`: why the year is closed before its last day; needed where it is. */
export const closeYearRequest = z
  .strictObject({ unitId: id, year, earlyReason: reason.optional() })
  .meta({ id: 'CloseYearRequest' });

/** The suggestions that are accepted; one dossier comes of each award and period among them. */
export const startDossiersRequest = z
  .strictObject({ suggestionIds: z.array(id).min(1).max(5000) })
  .meta({ id: 'StartDossiersRequest' });
export const startedDossiers = z
  .strictObject({ dossiers: z.array(dossierSummary) })
  .meta({ id: 'StartedDossiers' });

export type Review = z.infer<typeof review>;
export type Suggestion = z.infer<typeof suggestion>;
export type SuggestionCount = z.infer<typeof suggestionCount>;
export type CloseYearRequest = z.infer<typeof closeYearRequest>;
export type StartDossiersRequest = z.infer<typeof startDossiersRequest>;
export type StartedDossiers = z.infer<typeof startedDossiers>;
