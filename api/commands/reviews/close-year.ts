import { setImmediate } from 'node:timers/promises';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { lawOfUnit } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import { nomineeRecords } from '../../../db/ledger/nominee-records.ts';
import { type ReviewSubject, reviewSubjects } from '../../../db/review-subjects.ts';
import { reviewSuggestions, reviews, units } from '../../../db/schema/index.ts';
import { type Suggestion, suggestionsFor } from '../../../domain/eligibility/suggestions.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import type { RuleSet } from '../../../domain/law/rule-set.ts';
import type { CommandContext } from '../../context.ts';
import type { CloseYearRequest } from '../../contract/reviews.ts';
import { ApiError } from '../../errors.ts';
import { coversUnit } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';

/** Rows of one insert: a finding is about a kilobyte. */
const batch = 1000;
/** Subjects that are considered before other requests get their turn. */
const turn = 50;

/**
 * Closes the emulation year of a unit and finds, under the law in force for it, what its people and the units below it may be
 * proposed for; returns the review's id. Done again, the suggestions are found anew on the ledger as it stands, but for those that
 * a dossier was started from. @throws ApiError forbidden, unit_not_found, year_to_come, year_not_over, no_rule_set
 */
export async function closeYear(
  context: Pick<CommandContext, 'db' | 'actor' | 'now' | 'today'>,
  { unitId, year, earlyReason }: CloseYearRequest,
): Promise<string> {
  const { db, actor, now, today } = context;
  if (!(await coversUnit(db, actor, ['clerk'], unitId))) throw new ApiError('forbidden');
  const [unit] = await db.select({ id: units.id }).from(units).where(eq(units.id, unitId));
  if (!unit) throw new ApiError('unit_not_found');
  const thisYear = Number(today.slice(0, 4));
  if (year > thisYear) throw new ApiError('year_to_come', { parameters: { year } });
  if (year === thisYear && earlyReason === undefined)
    throw new ApiError('year_not_over', { parameters: { year } });
  const law = await lawOfUnit(db, unitId, today);
  if (!law) throw new ApiError('no_rule_set', { parameters: { date: today } });

  return db.transaction(async (tx) => {
    const [review] = await tx
      .insert(reviews)
      .values({
        unitId,
        year,
        ruleSetId: law.ruleSet.id,
        earlyReason: year === thisYear ? (earlyReason ?? null) : null,
        closedBy: actor.accountId,
        closedAt: now,
        foundAt: now,
      })
      .onConflictDoUpdate({
        target: [reviews.unitId, reviews.year],
        set: { ruleSetId: law.ruleSet.id, foundAt: now },
      })
      .returning({ id: reviews.id });
    if (!review) throw new Error('insert of a review returned no row');
    const ruleSet = overlaid(law);
    const found = await findSuggestions(tx, { unitId, year, today, ruleSet });
    const added = await replaceSuggestions(tx, review.id, found);
    await writeAudit(tx, context, {
      action: 'review.close_year',
      subjectKind: 'review',
      subjectId: review.id,
      details: {
        unitId,
        year,
        ruleSetId: law.ruleSet.id,
        suggestions: added,
        earlyReason: earlyReason ?? null,
      },
    });
    return review.id;
  });
}

/** A suggestion and who it is about. */
export type FoundSuggestion = Suggestion & { subject: ReviewSubject };

/** What everybody of a unit may be proposed for after a year, on the ledger as it stands. */
export async function findSuggestions(
  db: Executor,
  { unitId, year, today, ruleSet }: { unitId: string; year: number; today: string; ruleSet: RuleSet },
): Promise<FoundSuggestion[]> {
  const subjects = await reviewSubjects(db, unitId, today);
  const ids = (kind: ReviewSubject['kind']) =>
    subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
  const records = await nomineeRecords(db, {
    personIds: ids('person'),
    unitIds: ids('collective'),
    periodTo: year,
    dossierId: null,
    scoreBands: ruleSet.own?.scoreBands,
  });
  const found: FoundSuggestion[] = [];
  for (const [n, subject] of subjects.entries()) {
    // Thousands of verdicts take seconds, in which others are not kept waiting.
    if (n % turn === 0) await setImmediate();
    const record = records.get(subject.id);
    if (!record) continue;
    for (const suggestion of suggestionsFor(ruleSet, record, year, today))
      found.push({ ...suggestion, subject });
  }
  return found;
}

/** Puts what was found in the place of what nobody has accepted; returns how many suggestions are new. */
async function replaceSuggestions(
  tx: Executor,
  reviewId: string,
  found: readonly FoundSuggestion[],
): Promise<number> {
  await tx
    .delete(reviewSuggestions)
    .where(and(eq(reviewSuggestions.reviewId, reviewId), isNull(reviewSuggestions.dossierId)));
  const taken = new Set(
    (
      await tx
        .select({ key: sql<string>`award_code || ' ' || coalesce(person_id, unit_id)` })
        .from(reviewSuggestions)
        .where(and(eq(reviewSuggestions.reviewId, reviewId), isNotNull(reviewSuggestions.dossierId)))
    ).map(({ key }) => key),
  );
  const rows = found
    .filter(({ award, subject }) => !taken.has(`${award} ${subject.id}`))
    .map(({ award, from, to, verdict, way, subject: { kind, id, name, post } }) => ({
      reviewId,
      awardCode: award,
      periodFrom: from,
      periodTo: to,
      ...(kind === 'person' ? { personId: id } : { unitId: id }),
      name,
      post,
      verdict,
      way,
    }));
  for (let i = 0; i < rows.length; i += batch) {
    await tx.insert(reviewSuggestions).values(rows.slice(i, i + batch));
  }
  return rows.length;
}
