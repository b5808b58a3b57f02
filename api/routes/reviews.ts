import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { dossiers } from '../../db/schema/index.ts';
import { closeYear } from '../commands/reviews/close-year.ts';
import { startDossiers } from '../commands/reviews/start-dossiers.ts';
import { id, shortListQuery } from '../contract/common.ts';
import {
  closeYearRequest,
  review,
  reviewList,
  startDossiersRequest,
  startedDossiers,
  suggestionList,
  suggestionQuery,
} from '../contract/reviews.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { selectDossiers } from '../queries/dossiers.ts';
import { findReviews, findSuggestionsOf, getReview } from '../queries/reviews.ts';

const tag = 'Reviews';
const params = z.strictObject({ id });

/** A closed emulation year: who may be proposed for what, and the dossiers that come of it. */
export const reviewRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/reviews',
    tag,
    summary:
      'Closed years of the units whose proposals the account prepares, appraises or decides, the newest first',
    query: shortListQuery,
    answers: { 200: reviewList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findReviews(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/reviews',
    tag,
    summary: 'Close the year of a unit and find who may be proposed for what; again: find it anew',
    body: closeYearRequest,
    answers: { 200: review },
    errors: ['forbidden', 'unit_not_found', 'year_to_come', 'year_not_over', 'no_rule_set'],
    handle: async (context, { body }) => ({
      status: 200,
      body: await getReview(context, await closeYear(context, body)),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/reviews/:id',
    tag,
    summary: 'A closed year with the number of suggestions by award',
    params,
    answers: { 200: review },
    errors: ['review_not_found'],
    handle: async (context, { params: { id: reviewId } }) => ({
      status: 200,
      body: await getReview(context, reviewId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/reviews/:id/suggestions',
    tag,
    summary: 'Who may be proposed, with what was found and the article',
    params,
    query: suggestionQuery,
    answers: { 200: suggestionList },
    errors: ['review_not_found'],
    handle: async (context, { params: { id: reviewId }, query }) => ({
      status: 200,
      body: await findSuggestionsOf(context, reviewId, query),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/reviews/:id/dossiers',
    tag,
    summary: 'Start a draft for each award and period among the accepted suggestions',
    params,
    body: startDossiersRequest,
    answers: { 201: startedDossiers },
    errors: ['review_not_found', 'forbidden', 'suggestion_not_found', 'suggestion_taken'],
    async handle(context, { params: { id: reviewId }, body }) {
      const ids = await startDossiers(context, { ...body, reviewId });
      const rows = await selectDossiers(context.db, inArray(dossiers.id, ids), {
        page: 1,
        pageSize: ids.length,
      });
      return { status: 201, body: { dossiers: rows.map(({ summary }) => summary) } };
    },
  }),
];
