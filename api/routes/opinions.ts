import { z } from 'zod';
import { askOpinion } from '../commands/opinions/ask-opinion.ts';
import { deleteOpinionRequest } from '../commands/opinions/delete-opinion-request.ts';
import { id } from '../contract/common.ts';
import { askOpinionRequest, opinionRequestList } from '../contract/opinions.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findOpinionRequests } from '../queries/opinions.ts';

const tag = 'Opinion requests';
const params = z.strictObject({ id });

/** Opinions of agencies on a dossier (hiệp y): asked while it is appraised, answered by tasks. */
export const opinionRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/opinion-requests',
    tag,
    summary: 'The opinions asked for on a dossier, with their answers',
    params,
    answers: { 200: opinionRequestList },
    errors: ['dossier_not_found'],
    handle: async (context, { params: { id: dossierId } }) => ({
      status: 200,
      body: await findOpinionRequests(context, dossierId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/opinion-requests',
    tag,
    summary: 'Note a request for the opinion of an agency; it is sent when the appraisal is done',
    params,
    body: askOpinionRequest,
    answers: { 201: opinionRequestList },
    errors: ['dossier_not_found', 'not_appraising', 'unit_not_found', 'opinion_asked_already'],
    async handle(context, { params: { id: dossierId }, body }) {
      await askOpinion(context, { ...body, dossierId });
      return { status: 201, body: await findOpinionRequests(context, dossierId) };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/opinion-requests/:id',
    tag,
    summary: 'Take back a request that was not sent',
    params,
    answers: { 204: null },
    errors: ['opinion_request_not_found', 'dossier_not_found', 'not_appraising', 'opinion_request_sent'],
    async handle(context, { params: { id: requestId } }) {
      await deleteOpinionRequest(context, requestId);
      return { status: 204 };
    },
  }),
];
