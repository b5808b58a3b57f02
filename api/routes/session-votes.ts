import { bulkAnswer } from '../commands/bulk.ts';
import { appointProxy } from '../commands/councils/appoint-proxy.ts';
import { castAlike } from '../commands/councils/cast-alike.ts';
import { castBallots } from '../commands/councils/cast-ballots.ts';
import { decideTies } from '../commands/councils/decide-ties.ts';
import { declareConflicts } from '../commands/councils/declare-conflicts.ts';
import { holdFurtherBallot } from '../commands/councils/hold-further-ballot.ts';
import { recordWrittenOpinion } from '../commands/councils/record-written-opinion.ts';
import { recuseMember } from '../commands/councils/recuse-member.ts';
import { withdrawBallots } from '../commands/councils/withdraw-ballots.ts';
import { undoSeconds } from '../commands/tasks/decide-tasks.ts';
import {
  castAlikeRequest,
  castBallotsRequest,
  castBallotsResult,
  decidingVotesRequest,
  declarationRequest,
  furtherBallotRequest,
  proxyRequest,
  receiptCheck,
  receiptQuery,
  recount,
  recusalRequest,
  withdrawBallotsRequest,
  writtenOpinionRequest,
} from '../contract/ballots.ts';
import { bulkResult } from '../contract/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { visibleSession } from '../policies/councils.ts';
import { checkReceipt, recountSession } from '../queries/ballot-checks.ts';
import { itemParams, memberParams, params, sessionAct, tag } from './session-act.ts';

/** Who may vote on what in a session, and the votes: conflicts of interest, ballots, opinions, proxies, further ballots, ties. */
export const sessionVoteRoutes: Endpoint[] = [
  sessionAct({
    method: 'put',
    path: 'declaration',
    summary: 'Declare, as a member, whether there is a conflict of interest with items of the agenda',
    body: declarationRequest,
    errors: [
      'not_a_member',
      'already_declared',
      'session_closed',
      'agenda_item_not_found',
      'agenda_item_decided',
      'member_recused',
      'ballot_secret_missing',
    ],
    run: declareConflicts,
  }),
  sessionAct({
    path: 'agenda-items/:itemId/recusals',
    summary: 'Declare a conflict of interest, or keep a member from the vote on an item',
    params: itemParams,
    body: recusalRequest,
    errors: [
      'forbidden',
      'session_closed',
      'agenda_item_not_found',
      'agenda_item_decided',
      'not_a_member',
      'member_not_found',
      'member_recused',
      'ballot_secret_missing',
    ],
    run: recuseMember,
  }),
  endpoint({
    method: 'put',
    path: '/api/sessions/:id/ballots',
    tag,
    summary: 'Cast or change own ballots',
    params,
    body: castBallotsRequest,
    answers: { 200: castBallotsResult },
    errors: [
      'session_not_found',
      'not_a_member',
      'ballot_not_delegated',
      'session_not_open',
      'ballot_listed_twice',
      'not_on_agenda',
      'agenda_item_decided',
      'member_recused',
      'dossier_on_hold',
      'ballot_already_cast',
      'ballot_secret_missing',
      'version_conflict',
    ],
    async handle(context, { params: { id: sessionId }, body: { ballots, channel } }) {
      return { status: 200, body: await castBallots(context, { sessionId, ballots, channel }) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/ballots/alike',
    tag,
    summary: 'Cast the same choice on many nominations, or preview what would be refused',
    params,
    body: castAlikeRequest,
    answers: { 200: bulkResult },
    errors: [
      'session_not_found',
      'not_a_member',
      'session_not_open',
      'item_listed_twice',
      'not_on_agenda',
      'agenda_item_decided',
      'member_recused',
      'dossier_on_hold',
      'ballot_already_cast',
      'ballot_secret_missing',
      'version_conflict',
    ],
    async handle(context, { params: { id: sessionId }, body }) {
      await visibleSession(context, sessionId);
      const outcomes = await castAlike(context, { sessionId, ...body });
      return { status: 200, body: bulkAnswer(outcomes, body.preview ? 0 : undoSeconds) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/ballots/withdraw',
    tag,
    summary: 'Take own ballots back while the session is open',
    params,
    body: withdrawBallotsRequest,
    answers: { 204: null },
    errors: [
      'session_not_found',
      'not_a_member',
      'session_not_open',
      'ballot_listed_twice',
      'not_on_agenda',
      'agenda_item_decided',
      'dossier_on_hold',
      'ballot_already_cast',
      'ballot_secret_missing',
    ],
    async handle(context, { params: { id: sessionId }, body: { ballots } }) {
      await withdrawBallots(context, { sessionId, ballots });
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/sessions/:id/meter',
    tag,
    summary: 'Live meter: server-sent events with the votes as they come in (schema SessionMeter)',
    params,
    answers: { 200: { files: ['text/event-stream'] } },
    errors: ['session_not_found'],
    async handle(context, { params: { id: sessionId }, app }) {
      await visibleSession(context, sessionId);
      return { status: 200, events: (send) => app.meters.watch(sessionId, send) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/sessions/:id/receipt',
    tag,
    summary: 'What lies in the box of a secret ballot under the member’s own receipt',
    params,
    query: receiptQuery,
    answers: { 200: receiptCheck },
    errors: [
      'session_not_found',
      'not_a_member',
      'ballot_not_secret',
      'session_not_open',
      'receipt_not_found',
      'ballot_secret_missing',
      'ballot_box_damaged',
    ],
    handle: async (context, { params: { id: sessionId }, query: { receipt } }) => ({
      status: 200,
      body: await checkReceipt(context, sessionId, receipt),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/sessions/:id/recount',
    tag,
    summary: 'Count the ballots of a closed session again and compare',
    params,
    answers: { 200: recount },
    errors: ['session_not_found', 'session_not_closed'],
    handle: async (context, { params: { id: sessionId } }) => ({
      status: 200,
      body: await recountSession(context, sessionId),
    }),
  }),
  sessionAct({
    method: 'put',
    path: 'written-opinions/:personId',
    summary: 'Record an absent member’s written opinion',
    params: memberParams,
    body: writtenOpinionRequest,
    errors: [
      'forbidden',
      'session_not_open',
      'member_not_found',
      'member_is_present',
      'written_opinion_not_found',
      'ballot_listed_twice',
      'not_on_agenda',
      'agenda_item_decided',
      'member_recused',
      'dossier_on_hold',
    ],
    run: recordWrittenOpinion,
  }),
  sessionAct({
    method: 'put',
    path: 'proxies/:personId',
    summary: 'Record who votes in an absent member’s place, where the rule-set allows it',
    params: memberParams,
    body: proxyRequest,
    errors: [
      'forbidden',
      'session_not_open',
      'member_not_found',
      'member_is_present',
      'proxy_not_allowed',
      'person_not_found',
      'proxy_sits_already',
      'proxy_paper_not_found',
    ],
    run: appointProxy,
  }),
  sessionAct({
    path: 'further-ballots',
    summary: 'End the ballot on items and hold another one on those that did not reach the share',
    body: furtherBallotRequest,
    errors: [
      'forbidden',
      'session_not_open',
      'not_on_agenda',
      'agenda_item_decided',
      'dossier_on_hold',
      'ballot_rounds_used',
      'ranked_by_votes',
      'ballots_outstanding',
      'quorum_missing',
      'ballot_secret_missing',
      'ballot_box_damaged',
    ],
    run: (context, { sessionId, agendaItemIds }) =>
      holdFurtherBallot(context, { sessionId, itemIds: agendaItemIds }),
  }),
  sessionAct({
    path: 'deciding-votes',
    summary: 'The chair’s vote where the rule lets it decide equal votes',
    body: decidingVotesRequest,
    errors: [
      'not_the_chair',
      'session_not_closed',
      'ballot_listed_twice',
      'not_tied',
      'ties_left_out',
      'wrong_number_decided',
    ],
    run: decideTies,
  }),
];
