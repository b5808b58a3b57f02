import { z } from 'zod';
import { commentOnPosting } from '../commands/postings/comment-on-posting.ts';
import { moderateComment } from '../commands/postings/moderate-comment.ts';
import { id, shortListQuery } from '../contract/common.ts';
import {
  commentList,
  commentQuery,
  commentReceipt,
  commentRequest,
  moderateRequest,
  posting,
  postingList,
  postingQuery,
  publicPostingDetail,
  publicPostingList,
} from '../contract/postings.ts';
import { type Endpoint, endpoint, publicEndpoint } from '../http/endpoint.ts';
import {
  findComments,
  findPostings,
  findPublicPostings,
  getPosting,
  getPublicPosting,
} from '../queries/postings.ts';

const tag = 'Public postings';
const params = z.strictObject({ id });

/** Public posting of nominees before a council: what everybody sees and may say, and what becomes of it. */
export const postingRoutes: Endpoint[] = [
  publicEndpoint({
    method: 'get',
    path: '/api/public/postings',
    tag,
    summary: 'Postings whose window runs, the newest first',
    query: shortListQuery,
    answers: { 200: publicPostingList },
    errors: [],
    async handle({ app, query }) {
      return { status: 200, body: await findPublicPostings({ db: app.db, now: app.now() }, query) };
    },
  }),
  publicEndpoint({
    method: 'get',
    path: '/api/public/postings/:id',
    tag,
    summary: 'A posting with its nominees, while its window runs',
    params,
    answers: { 200: publicPostingDetail },
    errors: ['posting_not_found'],
    async handle({ app, params: { id: postingId } }) {
      return { status: 200, body: await getPublicPosting({ db: app.db, now: app.now() }, postingId) };
    },
  }),
  publicEndpoint({
    method: 'post',
    path: '/api/public/postings/:id/comments',
    tag,
    summary: 'Comment on a posting; it is read by a moderator and never shown in public',
    params,
    body: commentRequest,
    answers: { 202: commentReceipt },
    errors: ['posting_not_found', 'nomination_not_found', 'too_many_comments'],
    async handle({ app, params: { id: postingId }, body, address }) {
      const at = await commentOnPosting(app, { ...body, postingId, address });
      return { status: 202, body: { receivedAt: at.toISOString() } };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/postings',
    tag,
    summary:
      'Postings of dossiers the account may read or whose comments it moderates, with their comments counted',
    query: postingQuery,
    answers: { 200: postingList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findPostings(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/postings/:id',
    tag,
    summary: 'A posting with its comments counted',
    params,
    answers: { 200: posting },
    errors: ['posting_not_found'],
    handle: async (context, { params: { id: postingId } }) => ({
      status: 200,
      body: await getPosting(context, postingId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/postings/:id/comments',
    tag,
    summary: 'Comments on a posting, for its moderators',
    params,
    query: commentQuery,
    answers: { 200: commentList },
    errors: ['posting_not_found'],
    handle: async (context, { params: { id: postingId }, query }) => ({
      status: 200,
      body: await findComments(context, postingId, query),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/comments/:id/moderate',
    tag,
    summary: 'Note a comment, dismiss it, or accept it as a complaint, which puts the dossier on hold',
    params,
    body: moderateRequest,
    answers: { 204: null },
    errors: [
      'comment_not_found',
      'reason_required',
      'comment_already_moderated',
      'dossier_not_holdable',
      'instance_ended',
    ],
    async handle(context, { params: { id: commentId }, body }) {
      await moderateComment(context, { ...body, commentId });
      return { status: 204 };
    },
  }),
];
