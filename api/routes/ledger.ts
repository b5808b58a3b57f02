import { z } from 'zod';
import { decideMatch } from '../commands/ledger/decide-match.ts';
import { revokeAward } from '../commands/ledger/revoke-award.ts';
import { id } from '../contract/common.ts';
import {
  decideMatchRequest,
  personLedger,
  personMatchList,
  personMatchQuery,
  revokeAwardRequest,
} from '../contract/ledger.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { getPersonLedger } from '../queries/ledger.ts';
import { findPersonMatches } from '../queries/person-matches.ts';

const tag = 'Ledger';
const params = z.strictObject({ id });

/** The ledger of awards. */
export const ledgerRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/people/:id/ledger',
    tag,
    summary: 'Awards a person holds or held, revoked ones as revoked',
    params,
    answers: { 200: personLedger },
    errors: ['person_not_found'],
    handle: async (context, { params: { id: personId } }) => ({
      status: 200,
      body: await getPersonLedger(context, personId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/ledger-awards/:id/revoke',
    tag,
    summary: 'Record that an award was revoked, with the decision and the reason',
    params,
    body: revokeAwardRequest,
    answers: { 204: null },
    errors: ['ledger_award_not_found', 'award_revoked_already', 'paper_in_future'],
    async handle(context, { params: { id: ledgerAwardId }, body }) {
      await revokeAward(context, { ...body, ledgerAwardId });
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/person-matches',
    tag,
    summary: 'Pairs of persons that may be one, the likeliest first',
    query: personMatchQuery,
    answers: { 200: personMatchList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findPersonMatches(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/person-matches/:id/decision',
    tag,
    summary: 'Confirm or reject that two persons are one; rejecting a confirmed match splits them',
    params,
    body: decideMatchRequest,
    answers: { 204: null },
    errors: ['person_match_not_found', 'version_conflict'],
    async handle(context, { params: { id: matchId }, body }) {
      await decideMatch(context, { ...body, matchId });
      return { status: 204 };
    },
  }),
];
