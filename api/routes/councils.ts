import { z } from 'zod';
import { planSession } from '../commands/councils/plan-session.ts';
import { id, shortListQuery } from '../contract/common.ts';
import { councilDetail, councilList, planSessionRequest, sessionDetail } from '../contract/councils.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findCouncils, getCouncil, getSession } from '../queries/councils.ts';

const tag = 'Councils';
const params = z.strictObject({ id });

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
      'process_not_deployed',
    ],
    async handle(context, { params: { id: councilId }, body }) {
      const sessionId = await planSession(context, { ...body, councilId });
      return { status: 201, body: await getSession(context, sessionId) };
    },
  }),
];
