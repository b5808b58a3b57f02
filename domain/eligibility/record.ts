import { z } from 'zod';
import { commendationKindSchema, ratingSchema, scopeSchema } from '../law/criteria.ts';
import { sourceSchema } from '../law/source.ts';

/** No award of the state is older. */
export const firstYear = 1945;
const year = z.int().min(firstYear).max(2200);

/**
 * What is known of a nominee (sổ khen thưởng, thành tích). A field left out is not known, which is not the same as empty:
 * missing evidence asks a person, it never rejects.
 */
export const nomineeRecordSchema = z.strictObject({
  kind: z.enum(['person', 'collective']),
  /** Awards held, each for the last year of its achievement period; a revoked one stays listed and does not count. */
  awards: z
    .array(
      z
        .strictObject({
          award: z.string(),
          year,
          /** First year of the achievement period, where it is longer than one year. */
          fromYear: year.optional(),
          /** False: the decision names no achievement period, `year` is the year of the decision. */
          periodNamed: z.boolean().default(true),
          /** Why it was given; left out where the decision does not say. */
          commendationKind: commendationKindSchema.optional(),
          revoked: z.boolean().default(false),
        })
        .refine(({ fromYear, year }) => fromYear === undefined || fromYear <= year, {
          path: ['fromYear'],
          error: 'fromYear is after year',
          params: { vi: 'năm đầu sau năm cuối' },
        }),
    )
    .default([]),
  /** Other proposals for the nominee that are not decided yet. */
  openProposals: z
    .array(
      z.strictObject({
        award: z.string(),
        periodFrom: year.optional(),
        periodTo: year,
        /** Why it is proposed; left out where nobody says. */
        commendationKind: commendationKindSchema.optional(),
      }),
    )
    .default([]),
  /** Moves to another unit, with the months worked at the unit left in the year of the move. */
  transfers: z
    .array(
      z.strictObject({
        year,
        monthsAtFormerUnit: z.int().min(0).max(12),
        /** The former unit's opinion is in the dossier; left out where nobody has looked. */
        formerUnitAgrees: z.boolean().optional(),
      }),
    )
    .default([]),
  /** The list of awards is complete from this year on (1945: altogether); left out, it may lack any award. */
  awardsCompleteFrom: year.optional(),
  /** Rating of each year's work; a year left out is not known. */
  ratings: z
    .array(
      z.strictObject({
        year,
        rating: z.enum(['not_completed', ...ratingSchema.options]),
        /** The organisation's rule by which a work-plan score gave it; left out where the rating itself is on record. */
        by: sourceSchema.optional(),
      }),
    )
    .default([]),
  /** Recognised initiatives and projects, with the kinds of award each was already used for. */
  initiatives: z
    .array(
      z.strictObject({
        name: z.string(),
        year,
        scope: scopeSchema,
        usedFor: z.array(z.enum(['title', 'commendation'])).default([]),
      }),
    )
    .optional(),
  /** Disciplinary measures against the person; `endedOn` null while the measure lasts. */
  discipline: z
    .array(
      z.strictObject({
        severity: z.enum(['reprimand', 'warning', 'more']),
        endedOn: z.iso.date().nullable(),
      }),
    )
    .optional(),
  /** Discipline, investigation, inspection, complaint or reported corruption is being examined. */
  underExamination: z.boolean().optional(),
  /** Years with maternity leave (nghỉ thai sản), which counts as service. */
  maternityYears: z.array(year).default([]),
  sex: z.enum(['female', 'male']).optional(),
  /** Years of service without a break up to the end of the period (niên hạn). */
  serviceYears: z.int().min(0).max(80).optional(),
  /** Year in which the collective was founded. */
  foundedIn: year.optional(),
  /** A collective's members in the last year of the period. */
  members: z
    .strictObject({
      total: z.int().min(1),
      women: z.int().min(0).optional(),
      /** How many hold an award, by its code. */
      holding: z.record(z.string(), z.int().min(0)).default({}),
      lowestRating: z.enum(['not_completed', ...ratingSchema.options]).optional(),
      highestDiscipline: z.enum(['none', 'reprimand', 'warning', 'more']).optional(),
    })
    .refine(({ total, women = 0, holding }) => Math.max(women, ...Object.values(holding)) <= total, {
      error: 'more women or holders of an award than members',
      params: { vi: 'số nữ hoặc số người có danh hiệu nhiều hơn số thành viên' },
    })
    .optional(),
});
/** Record of a nominee with defaults filled in. */
export type NomineeRecord = z.infer<typeof nomineeRecordSchema>;
