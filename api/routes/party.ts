import { z } from 'zod';
import { addManagement, endManagement } from '../commands/party/keep-management.ts';
import { recordPartyOpinion } from '../commands/party/record-party-opinion.ts';
import { id } from '../contract/common.ts';
import {
  createPartyManagementRequest,
  endPartyManagementRequest,
  partyManagement,
  partyManagementList,
  partyManagementQuery,
  partyOpinionList,
  recordPartyOpinionRequest,
} from '../contract/party.ts';
import { ApiError } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findManagement, findPartyOpinions, getManagement } from '../queries/party.ts';

const tag = 'Party opinions';
const params = z.strictObject({ id });

/** Opinions of Party committees before a head's act, and whom the committees manage. */
export const partyRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/party-opinions',
    tag,
    summary: 'On whom a Party committee gives its opinion before a head decides, and what it said',
    params,
    answers: { 200: partyOpinionList },
    errors: ['dossier_not_found'],
    handle: async (context, { params: { id: dossierId } }) => ({
      status: 200,
      body: await findPartyOpinions(context, dossierId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/party-opinions',
    tag,
    summary: 'Record an opinion with its paper',
    params,
    upload: { maxBytes: 20 * 1024 * 1024 },
    body: recordPartyOpinionRequest,
    answers: { 201: partyOpinionList },
    errors: [
      'dossier_not_found',
      'forbidden',
      'dossier_not_considered',
      'party_opinion_not_needed',
      'party_comment_needed',
      'party_paper_later',
      'file_empty',
      'file_type_not_allowed',
    ],
    async handle(context, { params: { id: dossierId }, body, file }) {
      if (!file) throw new ApiError('file_missing');
      await recordPartyOpinion(context, { ...body, ...file, dossierId });
      return { status: 201, body: await findPartyOpinions(context, dossierId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/party-management',
    tag,
    summary: 'Whom Party committees manage, from when to when',
    query: partyManagementQuery,
    answers: { 200: partyManagementList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findManagement(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/party-management',
    tag,
    summary: 'Record that a Party committee manages a person',
    body: createPartyManagementRequest,
    answers: { 201: partyManagement },
    errors: ['person_not_found', 'forbidden', 'party_management_dates'],
    async handle(context, { body }) {
      const managementId = await addManagement(context, body);
      return { status: 201, body: await getManagement(context, managementId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/party-management/:id/end',
    tag,
    summary: 'Say until when a Party committee manages a person',
    params,
    body: endPartyManagementRequest,
    answers: { 200: partyManagement },
    errors: ['party_management_not_found', 'forbidden', 'party_management_dates', 'party_management_ended'],
    async handle(context, { params: { id: managementId }, body: { validTo } }) {
      await endManagement(context, { id: managementId, validTo });
      return { status: 200, body: await getManagement(context, managementId) };
    },
  }),
];
