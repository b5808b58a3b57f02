import { z } from 'zod';
import { listDossier } from '../commands/papers/list-dossier.ts';
import { id } from '../contract/common.ts';
import { listDossierRequest, paperDetail, paperList, paperQuery } from '../contract/papers.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findPapers, getPaper } from '../queries/papers.ts';

const tag = 'Papers';

/** Submissions and decisions over dossiers. Their lists are settled by a task. */
export const paperRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/papers',
    tag,
    summary: 'Submissions and decisions, those being gathered first',
    query: paperQuery,
    answers: { 200: paperList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findPapers(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/papers/:id',
    tag,
    summary: 'A paper with the dossiers on its list, and what became of each',
    params: z.strictObject({ id }),
    answers: { 200: paperDetail },
    errors: ['paper_not_found'],
    handle: async (context, { params: { id: paperId } }) => ({
      status: 200,
      body: await getPaper(context, paperId),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/papers/:id/dossiers/:dossierId',
    tag,
    summary: 'List a dossier in the paper that is being gathered, or leave it out for the next',
    params: z.strictObject({ id, dossierId: id }),
    body: listDossierRequest,
    answers: { 200: paperDetail },
    errors: ['paper_not_found', 'forbidden', 'paper_settled', 'dossier_not_in_paper'],
    async handle(context, { params: { id: paperId, dossierId }, body: { listed } }) {
      await listDossier(context, { paperId, dossierId, listed });
      return { status: 200, body: await getPaper(context, paperId) };
    },
  }),
];
