import { z } from 'zod';
import { attachEstablishingDecision } from '../commands/councils/attach-establishing-decision.ts';
import { createCouncil } from '../commands/councils/create-council.ts';
import { planSession } from '../commands/councils/plan-session.ts';
import { reconstituteCouncil } from '../commands/councils/reconstitute-council.ts';
import { updateCouncil } from '../commands/councils/update-council.ts';
import { id, shortListQuery } from '../contract/common.ts';
import {
  councilDetail,
  councilList,
  createCouncilRequest,
  reconstituteRequest,
  updateCouncilRequest,
} from '../contract/councils.ts';
import { planSessionRequest, sessionDetail } from '../contract/sessions.ts';
import { ApiError } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findCouncils, getCouncil, getSession } from '../queries/councils.ts';

const tag = 'Councils';
const params = z.strictObject({ id });
const constitutionErrors = [
  'member_listed_twice',
  'council_needs_one_chair',
  'council_needs_a_secretary',
  'outside_council_term',
  'constitution_overtaken',
  'person_not_found',
] as const;

/** Councils, what waits before them, and the planning of their sessions. */
export const councilRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/councils',
    tag,
    summary: 'Councils the account sits on, keeps or oversees',
    query: shortListQuery,
    answers: { 200: councilList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findCouncils(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/councils',
    tag,
    summary: 'Establish a council with its first members; for administrators of its unit',
    body: createCouncilRequest,
    answers: { 201: councilDetail },
    errors: ['forbidden', 'unit_not_found', 'council_ends_too_early', ...constitutionErrors],
    async handle(context, { body }) {
      const councilId = await createCouncil(context, body);
      return { status: 201, body: await getCouncil(context, councilId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/councils/:id',
    tag,
    summary: 'Change name, establishing decision, standing body, symbol or end of term',
    params,
    body: updateCouncilRequest,
    answers: { 200: councilDetail },
    errors: [
      'council_not_found',
      'forbidden',
      'unit_not_found',
      'council_ends_too_early',
      'version_conflict',
    ],
    async handle(context, { params: { id: councilId }, body }) {
      await updateCouncil(context, { ...body, councilId });
      return { status: 200, body: await getCouncil(context, councilId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/councils/:id/members',
    tag,
    summary: 'Re-constitute a council: all its members from a day on',
    params,
    body: reconstituteRequest,
    answers: { 200: councilDetail },
    errors: ['council_not_found', 'forbidden', 'version_conflict', ...constitutionErrors],
    async handle(context, { params: { id: councilId }, body }) {
      await reconstituteCouncil(context, { ...body, councilId });
      return { status: 200, body: await getCouncil(context, councilId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/councils/:id/decision',
    tag,
    summary: 'Attach the decision that established or re-constituted a council',
    params,
    upload: { maxBytes: 20 * 1024 * 1024 },
    answers: { 200: councilDetail },
    errors: ['council_not_found', 'forbidden', 'file_empty', 'file_type_not_allowed'],
    async handle(context, { params: { id: councilId }, file }) {
      if (!file) throw new ApiError('file_missing');
      await attachEstablishingDecision(context, { councilId, ...file });
      return { status: 200, body: await getCouncil(context, councilId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/councils/:id',
    tag,
    summary: 'A council with its members, waiting items and sessions',
    params,
    answers: { 200: councilDetail },
    errors: ['council_not_found'],
    handle: async (context, { params: { id: councilId } }) => ({
      status: 200,
      body: await getCouncil(context, councilId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/councils/:id/sessions',
    tag,
    summary: 'Plan a session with all waiting items, or some of them',
    params,
    body: planSessionRequest,
    answers: { 201: sessionDetail },
    errors: [
      'council_not_found',
      'forbidden',
      'no_waiting_items',
      'agenda_item_not_waiting',
      'closing_date_needed',
      'closing_date_of_meeting',
      'closing_date_early',
      'session_date_far',
      'process_not_deployed',
    ],
    async handle(context, { params: { id: councilId }, body }) {
      const sessionId = await planSession(context, { ...body, councilId });
      return { status: 201, body: await getSession(context, sessionId) };
    },
  }),
];
