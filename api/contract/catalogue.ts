import { z } from 'zod';
import { id, level, listOf, localDate, pageQuery, searchWords, unitRef } from './common.ts';

export const awardCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,31}$/);
export const subjectKind = z.enum(['person', 'collective', 'outsider']);
export const denominator = z.enum(['total_members', 'present', 'all_staff']);
/** How sure a value of the law is: A read in the law itself, B in a copy, C second hand, U unknown. */
export const grade = z.enum(['A', 'B', 'C', 'U']);

/** The vote one level holds on an award. `strict`: more than the share, not just as much. */
export const voteSummary = z
  .strictObject({
    level,
    sharePercent: z.int().min(0).max(100),
    strict: z.boolean(),
    denominator,
    quorumNumerator: z.int().min(0),
    quorumDenominator: z.int().min(1),
    citation: z.string(),
    grade,
  })
  .meta({ id: 'VoteSummary' });

export const commendationKind = z.enum([
  'merit',
  'sudden',
  'movement',
  'service',
  'tenure',
  'external',
  'resistance',
]);
export const simplifiedCase = z.enum([
  'political_task',
  'bravery',
  'international_prize',
  'found_by_head',
  'state_secret',
]);

/** `inChain`: written while the dossier runs, not asked for when it is submitted. */
const requiredPaper = z.strictObject({
  kind: z.string(),
  name: z.string(),
  inChain: z.boolean(),
  citation: z.string(),
});

/** What the law says of an award, from one rule-set, each value with the article it rests on. */
export const ruleSummary = z
  .strictObject({
    ruleSetId: z.string(),
    ruleSetName: z.string(),
    effectiveFrom: localDate,
    effectiveTo: localDate.nullable(),
    chain: z.enum(['U', 'C', 'M', 'P', 'S']),
    decider: z.string(),
    centralCouncil: z.boolean(),
    nomineeKinds: z.array(subjectKind),
    votes: z.array(voteSummary),
    /** Papers the dossier must hold: those of the award, or of the simplified procedure where it holds for the dossier. */
    papers: z.array(requiredPaper),
    /** When the simplified procedure holds, and what it asks for; null for titles and where no law knows it. */
    simplified: z
      .strictObject({
        kinds: z.array(commendationKind),
        cases: z.array(simplifiedCase),
        papers: z.array(requiredPaper),
        citation: z.string(),
        grade,
        /** Does it hold for the dossier? False in a catalogue. */
        holds: z.boolean(),
      })
      .nullable(),
    citations: z.array(z.strictObject({ about: z.string(), citation: z.string(), grade })),
    /** What the organisation set for itself, in words; empty in a national set. */
    ownRules: z.array(z.strictObject({ about: z.string(), text: z.string(), citation: z.string(), grade })),
  })
  .meta({ id: 'RuleSummary' });

/** `rule` is null where no rule-set in force knows the award. */
export const award = z
  .strictObject({
    code: awardCode,
    kind: z.enum(['title', 'commendation']),
    nameVi: z.string(),
    nameEn: z.string(),
    rule: ruleSummary.nullable(),
  })
  .meta({ id: 'Award' });
export const awardList = listOf(award).meta({ id: 'AwardList' });

export const unit = z
  .strictObject({
    id,
    parentId: id.nullable(),
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    kind: z.string(),
    level,
    isStandingBody: z.boolean(),
  })
  .meta({ id: 'Unit' });
export const unitList = listOf(unit).meta({ id: 'UnitList' });
/** `mine=true`: only units for which the account may start a dossier. */
export const unitQuery = z.strictObject({
  q: searchWords.optional(),
  mine: z.enum(['true', 'false']).optional(),
  ...pageQuery,
});

export const person = z
  .strictObject({ id, fullName: z.string(), post: z.string(), unit: unitRef.nullable() })
  .meta({ id: 'Person' });
export const personList = listOf(person).meta({ id: 'PersonList' });
/** `unitId` covers the units below it too. */
export const personQuery = z.strictObject({ unitId: id.optional(), q: searchWords.optional(), ...pageQuery });

export const campaign = z
  .strictObject({
    id,
    name: z.string(),
    kind: z.enum(['regular', 'wave', 'theme']),
    launchedBy: unitRef,
    startsOn: localDate,
    endsOn: localDate.nullable(),
  })
  .meta({ id: 'Campaign' });
export const campaignList = listOf(campaign).meta({ id: 'CampaignList' });

export type VoteSummary = z.infer<typeof voteSummary>;
export type RuleSummary = z.infer<typeof ruleSummary>;
export type Award = z.infer<typeof award>;
export type Unit = z.infer<typeof unit>;
export type Person = z.infer<typeof person>;
export type Campaign = z.infer<typeof campaign>;
