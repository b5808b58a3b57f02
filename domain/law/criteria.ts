import { z } from 'zod';
import { bilingualSchema, sourceFields } from './source.ts';

/**
 * Commendation kind (loại hình khen thưởng, Law 06/2022/QH15 Articles 8 and 96): công trạng, đột xuất, phong trào (theo đợt,
 * chuyên đề), quá trình cống hiến, niên hạn, đối ngoại, tổng kết kháng chiến.
 */
export const commendationKindSchema = z.enum([
  'merit',
  'sudden',
  'movement',
  'service',
  'tenure',
  'external',
  'resistance',
]);
export type CommendationKind = z.infer<typeof commendationKindSchema>;

/**
 * Cases of the simplified procedure (thủ tục đơn giản) that do not follow from the kind of commendation (Law 06/2022/QH15
 * Article 85): a political task, bravery, an international prize, merit that the head found, a state secret.
 */
export const simplifiedCaseSchema = z.enum([
  'political_task',
  'bravery',
  'international_prize',
  'found_by_head',
  'state_secret',
]);
export type SimplifiedCase = z.infer<typeof simplifiedCaseSchema>;

const times = z.int().min(1).max(99);

/** Rating of a year's work: hoàn thành, hoàn thành tốt, hoàn thành xuất sắc nhiệm vụ. */
export const ratingSchema = z.enum(['completed', 'good', 'excellent']);
export type Rating = z.infer<typeof ratingSchema>;

/** Scope of a recognised initiative or research project (phạm vi ảnh hưởng): cơ sở, bộ/tỉnh, toàn quốc. */
export const scopeSchema = z.enum(['unit', 'ministry', 'national']);
export type Scope = z.infer<typeof scopeSchema>;

/**
 * One condition on a nominee. `other` is a condition only a person can judge; its text says what to look at.
 * Years are the years up to and including the last year of the achievement period.
 */
export const conditionSchema = z.discriminatedUnion('need', [
  /** Holds an award, so many times; `consecutive` years; within the last `withinYears` years where given. */
  z.strictObject({
    need: z.literal('award'),
    award: z.string(),
    times: times.default(1),
    consecutive: z.boolean().default(false),
    withinYears: times.optional(),
  }),
  /** Rated at least `rating` in so many years in a row; or, with `withinYears`, in any of the last so many. */
  z.strictObject({
    need: z.literal('rating'),
    rating: ratingSchema,
    years: times,
    withinYears: times.optional(),
    /** A year with this award counts as well, e.g. hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc. */
    orAward: z.string().optional(),
  }),
  /** Recognised initiatives, projects or works of at least this scope. */
  z.strictObject({ need: z.literal('initiative'), scope: scopeSchema, count: times.default(1) }),
  /** So many years have passed since the achievement period of an award held, written in its decision. */
  z.strictObject({ need: z.literal('years_since'), award: z.string(), years: times, ...sourceFields }),
  /** So many years of service without a break (niên hạn). */
  z.strictObject({ need: z.literal('service'), years: times }),
  /** The collective has existed for so many years. */
  z.strictObject({ need: z.literal('existence'), years: times }),
  /** Share of the collective's members who hold an award, percent. */
  z.strictObject({
    need: z.literal('members_with_award'),
    award: z.string(),
    percent: z.int().min(1).max(100),
  }),
  /** At least so many members of the collective hold an award. */
  z.strictObject({ need: z.literal('some_members_with_award'), award: z.string(), count: times }),
  /** Every member of the collective is rated at least so. */
  z.strictObject({ need: z.literal('members_rated'), rating: ratingSchema }),
  /** Nobody (the person, or any member of the collective) disciplined at this severity or above in the period. */
  z.strictObject({ need: z.literal('no_discipline'), from: z.enum(['reprimand', 'warning']) }),
  z.strictObject({
    need: z.literal('other'),
    text: bilingualSchema,
    /** What colleagues weigh when they vote (bình xét): told beside the criteria, since it comes after who may be proposed. */
    byVote: z.literal(true).optional(),
  }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/** One way to meet a standard: every one of `allOf`, and where `oneOf` is given at least one of it. */
export const branchSchema = z.strictObject({
  /** Point of the article, e.g. `đ`; absent where the article has one standard only. */
  point: z.string().optional(),
  /** Commendation kinds whose standard the branch is; left out, any. Where no kind is said, every branch is looked at. */
  kinds: z.array(commendationKindSchema).min(1).optional(),
  allOf: z.array(conditionSchema),
  /** Alternatives inside the branch: at least one group must hold in full. */
  oneOf: z.array(z.array(conditionSchema).min(1)).min(2).optional(),
  ...sourceFields,
});
export type Branch = z.infer<typeof branchSchema>;

/**
 * Standard (tiêu chuẩn) of an award for one kind of nominee. A title has one branch; a commendation form has several, any
 * of which is enough (Law 06/2022/QH15; Decree 152/2025 Article 4(1): a lower form is not always required first).
 */
export const standardSchema = z
  .array(branchSchema)
  .min(1)
  .refine(
    (branches) => commendationKindSchema.options.every((kind) => branchesFor(branches, kind).length > 0),
    {
      error: 'a commendation kind has no branch',
    },
  );
export type Standard = z.infer<typeof standardSchema>;

/** The branches that are the standard of a commendation kind; all of them where none is said. */
export function branchesFor(
  branches: readonly Branch[],
  kind: CommendationKind | null | undefined,
): readonly Branch[] {
  return kind ? branches.filter(({ kinds }) => kinds?.includes(kind) ?? true) : branches;
}
