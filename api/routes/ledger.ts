import { z } from 'zod';
import { correctLine } from '../commands/ledger/correct-line.ts';
import { decideMatch } from '../commands/ledger/decide-match.ts';
import { enterLine } from '../commands/ledger/enter-line.ts';
import { proposeMatch } from '../commands/ledger/propose-match.ts';
import { revokeAward } from '../commands/ledger/revoke-award.ts';
import { strikeLine } from '../commands/ledger/strike-line.ts';
import { id } from '../contract/common.ts';
import {
  collectiveLedger,
  correctLineRequest,
  decideMatchRequest,
  ledgerHolderList,
  ledgerHolderQuery,
  ledgerLine,
  lineEntry,
  lineKind,
  personLedger,
  personMatch,
  personMatchList,
  personMatchQuery,
  proposeMatchRequest,
  revokeAwardRequest,
  strikeLineRequest,
} from '../contract/ledger.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findHolders, getCollectiveLedger, getLine, getPersonLedger } from '../queries/ledger.ts';
import { findPersonMatches, getPersonMatch } from '../queries/person-matches.ts';

const tag = 'Ledger';
const params = z.strictObject({ id });
const lineParams = z.strictObject({ kind: lineKind, id });
const unsound = [
  'paper_in_future',
  'ledger_line_not_for_holder',
  'unknown_award',
  'period_reversed',
  'discipline_ends_too_early',
  'ledger_line_known',
] as const;
const unstrikable = [
  'ledger_line_not_found',
  'forbidden',
  'ledger_line_issued',
  'ledger_line_struck',
] as const;

/** The ledger of awards and of all that eligibility rests on. */
export const ledgerRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/ledger',
    tag,
    summary: 'Persons or collectives whose ledger the account may read, by name',
    query: ledgerHolderQuery,
    answers: { 200: ledgerHolderList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findHolders(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/people/:id/ledger',
    tag,
    summary: 'Ledger of a person: awards, revoked ones as revoked, and all that eligibility rests on',
    params,
    answers: { 200: personLedger },
    errors: ['person_not_found'],
    handle: async (context, { params: { id: personId } }) => ({
      status: 200,
      body: await getPersonLedger(context, personId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/units/:id/ledger',
    tag,
    summary: 'Ledger of a collective',
    params,
    answers: { 200: collectiveLedger },
    errors: ['collective_not_found'],
    handle: async (context, { params: { id: unitId } }) => ({
      status: 200,
      body: await getCollectiveLedger(context, unitId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/people/:id/ledger',
    tag,
    summary: 'Enter a line of a person’s ledger from a paper',
    params,
    body: lineEntry,
    answers: { 201: ledgerLine },
    errors: ['person_not_found', 'forbidden', ...unsound],
    async handle(context, { params: { id: personId }, body }) {
      const lineId = await enterLine(context, { personId }, body);
      return { status: 201, body: await getLine(context, { personId }, lineId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/units/:id/ledger',
    tag,
    summary: 'Enter a line of a collective’s ledger from a paper',
    params,
    body: lineEntry,
    answers: { 201: ledgerLine },
    errors: ['collective_not_found', 'forbidden', ...unsound],
    async handle(context, { params: { id: unitId }, body }) {
      const lineId = await enterLine(context, { unitId }, body);
      return { status: 201, body: await getLine(context, { unitId }, lineId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/ledger/:kind/:id/strike',
    tag,
    summary: 'Strike out a line that is wrong; it stays to be read and counts no more',
    params: lineParams,
    body: strikeLineRequest,
    answers: { 204: null },
    errors: [...unstrikable],
    async handle(context, { params: { kind, id: lineId }, body }) {
      await strikeLine(context, { ...body, kind, lineId });
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/ledger/:kind/:id/correction',
    tag,
    summary: 'Correct a line: the old one is struck out and stays to be read',
    params: lineParams,
    body: correctLineRequest,
    answers: { 201: z.strictObject({ id }) },
    errors: [...unstrikable, ...unsound, 'ledger_line_of_other_kind', 'ledger_line_revoked'],
    handle: async (context, { params: { kind, id: lineId }, body }) => ({
      status: 201,
      body: { id: await correctLine(context, { ...body, kind, lineId }) },
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
    path: '/api/person-matches',
    tag,
    summary: 'Propose that two persons are one; a pair that stands is answered as it is',
    body: proposeMatchRequest,
    answers: { 200: personMatch },
    errors: ['match_with_oneself', 'nominee_not_found', 'forbidden'],
    handle: async (context, { body }) => ({
      status: 200,
      body: await getPersonMatch(context, await proposeMatch(context, body)),
    }),
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
