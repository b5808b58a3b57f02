import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { awards, dossiers, reviewSuggestions, reviews } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Review, Suggestion, SuggestionCount } from '../contract/reviews.ts';
import { ApiError } from '../errors.ts';
import { unitsOfRoles } from '../policies/actor.ts';
import { coversUnit, unitsBelow } from '../policies/places.ts';
import { awardNames, findingsIn } from './findings.ts';
import { type Page, rowsOf } from './paging.ts';
import { personAs, unitAs } from './references.ts';

/** Reviews are read by those who prepare, appraise and decide proposals of the unit, or of one above it. */
const readers = ['clerk', 'appraiser', 'head', 'admin'] as const;

const readable = ({ actor }: CommandContext): SQL =>
  inArray(reviews.unitId, unitsBelow(unitsOfRoles(actor, readers)));

/** Closed years that the account may read, the newest first. */
export async function findReviews(context: CommandContext, page: Page) {
  const where = readable(context);
  const items = await selectReviews(context, where, page);
  const [total] = await context.db.select({ count: count() }).from(reviews).where(where);
  return { items, total: total?.count ?? 0 };
}

/** @throws ApiError review_not_found */
export async function getReview(context: CommandContext, reviewId: string): Promise<Review> {
  const where = and(eq(reviews.id, reviewId), readable(context));
  const [review] = await selectReviews(context, where, { page: 1, pageSize: 1 });
  if (!review) throw new ApiError('review_not_found');
  return review;
}

async function selectReviews(context: CommandContext, where: SQL | undefined, page: Page): Promise<Review[]> {
  const { db, actor } = context;
  const reviewed = unitAs('reviewed');
  const closer = personAs('closer');
  const rows = await db
    .select({ review: reviews, unit: reviewed.columns, closedBy: closer.columns })
    .from(reviews)
    .innerJoin(reviewed.unit, eq(reviewed.unit.id, reviews.unitId))
    .innerJoin(closer.account, eq(closer.account.id, reviews.closedBy))
    .innerJoin(closer.person, eq(closer.person.id, closer.account.personId))
    .where(where)
    .orderBy(desc(reviews.year), asc(reviewed.unit.code))
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  const counts = await countSuggestions(
    context,
    rows.map(({ review }) => review.id),
  );
  return Promise.all(
    rows.map(async ({ review, unit, closedBy }) => ({
      id: review.id,
      unit,
      year: review.year,
      ruleSetId: review.ruleSetId,
      earlyReason: review.earlyReason,
      closedBy,
      closedAt: review.closedAt.toISOString(),
      foundAt: review.foundAt.toISOString(),
      awards: counts.get(review.id) ?? [],
      canAct: await coversUnit(db, actor, ['clerk'], review.unitId),
    })),
  );
}

async function countSuggestions(
  { db }: CommandContext,
  reviewIds: readonly string[],
): Promise<Map<string, SuggestionCount[]>> {
  if (reviewIds.length === 0) return new Map();
  const among = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
  const rows = await db
    .select({
      reviewId: reviewSuggestions.reviewId,
      awardCode: awards.code,
      awardNameVi: awards.nameVi,
      awardNameEn: awards.nameEn,
      eligible: among(sql`${reviewSuggestions.verdict} = 'eligible'`),
      needsJudgement: among(sql`${reviewSuggestions.verdict} = 'needs_judgement'`),
      taken: among(sql`${reviewSuggestions.dossierId} is not null`),
    })
    .from(reviewSuggestions)
    .innerJoin(awards, eq(awards.code, reviewSuggestions.awardCode))
    .where(inArray(reviewSuggestions.reviewId, [...reviewIds]))
    .groupBy(reviewSuggestions.reviewId, awards.code)
    .orderBy(asc(awards.code));
  return new Map(
    [...Map.groupBy(rows, ({ reviewId }) => reviewId)].map(([reviewId, counts]) => [
      reviewId,
      counts.map(({ reviewId: _, ...counted }) => counted),
    ]),
  );
}

export interface SuggestionFilter extends Page {
  awardCode?: string | undefined;
  verdict?: 'eligible' | 'needs_judgement' | undefined;
}

/** Suggestions of a review with their reasons, by award and name. @throws ApiError review_not_found */
export async function findSuggestionsOf(
  context: CommandContext,
  reviewId: string,
  filter: SuggestionFilter,
): Promise<{ items: Suggestion[]; total: number }> {
  const { db, actor } = context;
  await getReview(context, reviewId);
  const where = and(
    eq(reviewSuggestions.reviewId, reviewId),
    filter.awardCode === undefined ? undefined : eq(reviewSuggestions.awardCode, filter.awardCode),
    filter.verdict === undefined ? undefined : eq(reviewSuggestions.verdict, filter.verdict),
  );
  const rows = await db
    .select({ suggestion: reviewSuggestions, dossierCode: dossiers.code })
    .from(reviewSuggestions)
    .leftJoin(dossiers, eq(dossiers.id, reviewSuggestions.dossierId))
    .where(where)
    .orderBy(asc(reviewSuggestions.awardCode), asc(reviewSuggestions.name), asc(reviewSuggestions.id))
    .limit(rowsOf(filter).limit)
    .offset(rowsOf(filter).offset);
  const [total] = await db.select({ count: count() }).from(reviewSuggestions).where(where);
  const { branch } = findingsIn(actor.locale, await awardNames(db));
  const items = rows.map(({ suggestion, dossierCode }): Suggestion => {
    const { id, awardCode, periodFrom, periodTo, personId, name, post, verdict, way, dossierId } = suggestion;
    return {
      id,
      awardCode,
      periodFrom,
      periodTo,
      kind: personId === null ? 'collective' : 'person',
      name,
      post,
      // The table refuses a suggestion that is not eligible.
      verdict: verdict === 'eligible' ? 'eligible' : 'needs_judgement',
      way: branch(way),
      dossier: dossierId === null ? null : { id: dossierId, code: dossierCode ?? '' },
    };
  });
  return { items, total: total?.count ?? 0 };
}
