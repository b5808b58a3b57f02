import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { awards, dossiers, reviewSuggestions, reviews, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { StartDossiersRequest } from '../../contract/reviews.ts';
import { ApiError } from '../../errors.ts';
import { coversUnit } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';
import { draftWithNominees } from '../dossiers/draft-with-nominees.ts';

export type StartDossiersProps = StartDossiersRequest & { reviewId: string };

/**
 * Starts dossiers from accepted suggestions of a review: one draft for each award and period among them, with everybody
 * suggested for it; returns their ids. The drafts go the way of every draft: papers, verdicts of the day, submission.
 * @throws ApiError review_not_found, forbidden, suggestion_not_found, suggestion_taken
 */
export async function startDossiers(
  context: CommandContext,
  { reviewId, suggestionIds }: StartDossiersProps,
): Promise<string[]> {
  const { db, actor } = context;
  const [review] = await db
    .select({ unit: { id: units.id, name: units.name } })
    .from(reviews)
    .innerJoin(units, eq(units.id, reviews.unitId))
    .where(eq(reviews.id, reviewId));
  if (!review) throw new ApiError('review_not_found');
  if (!(await coversUnit(db, actor, ['clerk'], review.unit.id))) throw new ApiError('forbidden');
  const wanted = [...new Set(suggestionIds)];

  return db.transaction(async (tx) => {
    const accepted = await tx
      .select({ suggestion: reviewSuggestions, award: awards })
      .from(reviewSuggestions)
      .innerJoin(awards, eq(awards.code, reviewSuggestions.awardCode))
      .where(and(eq(reviewSuggestions.reviewId, reviewId), inArray(reviewSuggestions.id, wanted)))
      .orderBy(asc(reviewSuggestions.awardCode), asc(reviewSuggestions.name), asc(reviewSuggestions.id))
      // Two who accept the same at once follow each other; the second finds it taken.
      .for('update', { of: reviewSuggestions });
    if (accepted.length < wanted.length) throw new ApiError('suggestion_not_found');
    await requireFree(
      tx,
      accepted.map(({ suggestion }) => suggestion),
    );
    const groups = Map.groupBy(
      accepted,
      ({ suggestion: { awardCode, periodFrom, periodTo } }) => `${awardCode} ${periodFrom} ${periodTo}`,
    );
    const started: string[] = [];
    for (const group of groups.values()) started.push(await startDossier(tx, context, review.unit, group));
    await writeAudit(tx, context, {
      action: 'review.start_dossiers',
      subjectKind: 'review',
      subjectId: reviewId,
      details: { dossiers: started, suggestions: wanted.length },
    });
    return started;
  });
}

type SuggestionRow = typeof reviewSuggestions.$inferSelect;
interface Accepted {
  suggestion: SuggestionRow;
  award: typeof awards.$inferSelect;
}

async function requireFree(tx: Executor, suggestions: readonly SuggestionRow[]): Promise<void> {
  const taken = suggestions.find(({ dossierId }) => dossierId !== null);
  if (!taken?.dossierId) return;
  const [dossier] = await tx
    .select({ code: dossiers.code })
    .from(dossiers)
    .where(eq(dossiers.id, taken.dossierId));
  throw new ApiError('suggestion_taken', { parameters: { name: taken.name, code: dossier?.code ?? '' } });
}

/** A draft with all of a group as its nominees, in the order of their names. */
async function startDossier(
  tx: Executor,
  context: CommandContext,
  unit: { id: string; name: string },
  group: readonly Accepted[],
): Promise<string> {
  const [first] = group;
  if (!first) throw new Error('a group has at least one suggestion');
  const { periodFrom, periodTo } = first.suggestion;
  const dossierId = await draftWithNominees(
    tx,
    context,
    { unit, award: first.award, periodFrom, periodTo },
    group.map(({ suggestion: { personId, unitId, name, post } }) => ({ personId, unitId, name, post })),
  );
  await tx
    .update(reviewSuggestions)
    .set({ dossierId })
    .where(
      inArray(
        reviewSuggestions.id,
        group.map(({ suggestion }) => suggestion.id),
      ),
    );
  return dossierId;
}
