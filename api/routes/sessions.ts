import { z } from 'zod';
import { bulkAnswer } from '../commands/bulk.ts';
import { appointProxy } from '../commands/councils/appoint-proxy.ts';
import { cancelSession } from '../commands/councils/cancel-session.ts';
import { castAlike } from '../commands/councils/cast-alike.ts';
import { castBallots } from '../commands/councils/cast-ballots.ts';
import { closeSession } from '../commands/councils/close-session.ts';
import { conveneSession } from '../commands/councils/convene-session.ts';
import { decideAgendaItem } from '../commands/councils/decide-agenda-item.ts';
import { decideTies } from '../commands/councils/decide-ties.ts';
import { declareConflicts } from '../commands/councils/declare-conflicts.ts';
import { holdFurtherBallot } from '../commands/councils/hold-further-ballot.ts';
import { openSession } from '../commands/councils/open-session.ts';
import { orderVerification } from '../commands/councils/order-verification.ts';
import { recordAttendance } from '../commands/councils/record-attendance.ts';
import { recordWrittenOpinion } from '../commands/councils/record-written-opinion.ts';
import { recuseMember } from '../commands/councils/recuse-member.ts';
import { rescheduleSession } from '../commands/councils/reschedule-session.ts';
import { returnMinutes, signMinutes } from '../commands/councils/sign-minutes.ts';
import { withdrawBallots } from '../commands/councils/withdraw-ballots.ts';
import { writeMinutes } from '../commands/councils/write-minutes.ts';
import { writeNote } from '../commands/councils/write-note.ts';
import { undoSeconds } from '../commands/tasks/decide-tasks.ts';
import type { CommandContext } from '../context.ts';
import { bulkResult, id } from '../contract/common.ts';
import {
  agendaItemReasonRequest,
  attendanceRequest,
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
  rescheduleRequest,
  sessionDetail,
  sessionList,
  sessionNoteRequest,
  sessionQuery,
  signRequest,
  withdrawBallotsRequest,
  writtenOpinionRequest,
} from '../contract/councils.ts';
import type { ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { visibleSession } from '../policies/councils.ts';
import { checkReceipt, recountSession } from '../queries/ballot-checks.ts';
import { findSessions, getSession } from '../queries/councils.ts';

const tag = 'Sessions';
const params = z.strictObject({ id });
const itemParams = z.strictObject({ id, itemId: id });

const offTheAgenda = (verb: 'return' | 'remove', result: 'returned' | 'removed', summary: string): Endpoint =>
  endpoint({
    method: 'post',
    path: `/api/sessions/:id/agenda-items/:itemId/${verb}`,
    tag,
    summary,
    params: itemParams,
    body: agendaItemReasonRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_closed',
      'agenda_item_not_found',
      'agenda_item_decided',
      'dossier_on_hold',
    ],
    async handle(context, { params: { id: sessionId, itemId }, body: { reason } }) {
      await decideAgendaItem(context, { sessionId, itemId, result, reason });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  });

/** An act on a session that needs no words. */
const act = (
  verb: string,
  summary: string,
  run: (context: CommandContext, sessionId: string) => Promise<void>,
  errors: readonly ErrorCode[],
): Endpoint =>
  endpoint({
    method: 'post',
    path: `/api/sessions/:id/${verb}`,
    tag,
    summary,
    params,
    answers: { 200: sessionDetail },
    errors: ['session_not_found', 'forbidden', ...errors],
    async handle(context, { params: { id: sessionId } }) {
      await run(context, sessionId);
      return { status: 200, body: await getSession(context, sessionId) };
    },
  });

/** A council's session: invitation, declarations, attendance, ballots, written opinions, the close, minutes. */
export const sessionOfCouncilRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/sessions',
    tag,
    summary: 'Sessions the account may read, the latest first',
    query: sessionQuery,
    answers: { 200: sessionList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findSessions(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/sessions/:id',
    tag,
    summary: 'A session with members, agenda and own ballots; counts for secretary and chair',
    params,
    answers: { 200: sessionDetail },
    errors: ['session_not_found'],
    handle: async (context, { params: { id: sessionId } }) => ({
      status: 200,
      body: await getSession(context, sessionId),
    }),
  }),
  act('convene', 'Convene a planned session: its members are invited', conveneSession, [
    'session_not_planned',
    'session_step_not_open',
    'task_already_done',
    'task_claimed_by_other',
    'version_conflict',
  ]),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/reschedule',
    tag,
    summary: 'Put a planned session off, or extend an open circulation',
    params,
    body: rescheduleRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_closed',
      'session_under_way',
      'closing_date_needed',
      'closing_date_of_meeting',
      'closing_date_early',
      'session_date_far',
    ],
    async handle(context, { params: { id: sessionId }, body }) {
      await rescheduleSession(context, { ...body, sessionId });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/cancel',
    tag,
    summary: 'Call a planned session off; its undecided items wait for another one',
    params,
    body: agendaItemReasonRequest,
    answers: { 200: sessionDetail },
    errors: ['session_not_found', 'forbidden', 'session_not_planned'],
    async handle(context, { params: { id: sessionId }, body: { reason } }) {
      await cancelSession(context, { sessionId, reason });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/sessions/:id/declaration',
    tag,
    summary: 'Declare, as a member, whether there is a conflict of interest with items of the agenda',
    params,
    body: declarationRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'not_a_member',
      'already_declared',
      'session_closed',
      'agenda_item_not_found',
      'agenda_item_decided',
      'member_recused',
      'ballot_secret_missing',
    ],
    async handle(context, { params: { id: sessionId }, body: { conflicts } }) {
      await declareConflicts(context, { sessionId, conflicts });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/sessions/:id/notes',
    tag,
    summary: 'Write the discussion of an item, or the conclusion, for the minutes',
    params,
    body: sessionNoteRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_not_open',
      'notes_closed',
      'agenda_item_not_found',
      'note_changed',
    ],
    async handle(context, { params: { id: sessionId }, body }) {
      await writeNote(context, { ...body, sessionId });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  act('minutes', 'Have the minutes and the ballot-count record made, for signature', writeMinutes, [
    'session_not_closed_yet',
    'ties_undecided',
    'session_step_not_open',
    'task_already_done',
    'task_claimed_by_other',
    'version_conflict',
  ]),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/signatures',
    tag,
    summary: 'Sign the minutes and the ballot-count record, as secretary and then as chair',
    params,
    body: signRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_step_not_open',
      'papers_incomplete',
      'paper_changed',
      'task_already_done',
      'task_claimed_by_other',
      'version_conflict',
    ],
    async handle(context, { params: { id: sessionId }, body: { papers } }) {
      await signMinutes(context, { sessionId, papers });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/minutes/return',
    tag,
    summary: 'Send the minutes back for correction instead of signing them',
    params,
    body: agendaItemReasonRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_step_not_open',
      'task_already_done',
      'task_claimed_by_other',
      'version_conflict',
    ],
    async handle(context, { params: { id: sessionId }, body: { reason } }) {
      await returnMinutes(context, { sessionId, reason });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/agenda-items/:itemId/verify',
    tag,
    summary: 'Order a verification: the nomination goes to a second session',
    params: itemParams,
    body: agendaItemReasonRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_closed',
      'agenda_item_not_found',
      'agenda_item_decided',
      'dossier_on_hold',
    ],
    async handle(context, { params: { id: sessionId, itemId }, body: { reason } }) {
      await orderVerification(context, { sessionId, itemId, reason });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/open',
    tag,
    summary: 'Open a planned session: the members in office become its members',
    params,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_not_planned',
      'agenda_empty',
      'council_without_members',
      'posting_missing',
      'posting_not_ended',
    ],
    async handle(context, { params: { id: sessionId } }) {
      await openSession(context, sessionId);
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/sessions/:id/attendance',
    tag,
    summary: 'Record who is present',
    params,
    body: attendanceRequest,
    answers: { 200: sessionDetail },
    errors: ['session_not_found', 'forbidden', 'session_not_open', 'member_not_found'],
    async handle(context, { params: { id: sessionId }, body: { present } }) {
      await recordAttendance(context, { sessionId, present });
      return { status: 200, body: await getSession(context, sessionId) };
    },
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
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/agenda-items/:itemId/recusals',
    tag,
    summary: 'Declare a conflict of interest, or keep a member from the vote on an item',
    params: itemParams,
    body: recusalRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_closed',
      'agenda_item_not_found',
      'agenda_item_decided',
      'not_a_member',
      'member_not_found',
      'member_recused',
      'ballot_secret_missing',
    ],
    async handle(context, { params: { id: sessionId, itemId }, body: { reason, personId } }) {
      await recuseMember(context, { sessionId, itemId, reason, personId });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/sessions/:id/written-opinions/:personId',
    tag,
    summary: 'Record an absent member’s written opinion',
    params: z.strictObject({ id, personId: id }),
    body: writtenOpinionRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
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
    async handle(context, { params: { id: sessionId, personId }, body }) {
      await recordWrittenOpinion(context, { sessionId, personId, ...body });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/sessions/:id/proxies/:personId',
    tag,
    summary: 'Record who votes in an absent member’s place, where the rule-set allows it',
    params: z.strictObject({ id, personId: id }),
    body: proxyRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_not_open',
      'member_not_found',
      'member_is_present',
      'proxy_not_allowed',
      'person_not_found',
      'proxy_sits_already',
      'proxy_paper_not_found',
    ],
    async handle(context, { params: { id: sessionId, personId }, body }) {
      await appointProxy(context, { sessionId, personId, ...body });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/further-ballots',
    tag,
    summary: 'End the ballot on items and hold another one on those that did not reach the share',
    params,
    body: furtherBallotRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
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
    async handle(context, { params: { id: sessionId }, body: { agendaItemIds: itemIds } }) {
      await holdFurtherBallot(context, { sessionId, itemIds });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/deciding-votes',
    tag,
    summary: 'The chair’s vote where the rule lets it decide equal votes',
    params,
    body: decidingVotesRequest,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'not_the_chair',
      'session_not_closed',
      'ballot_listed_twice',
      'not_tied',
      'ties_left_out',
      'wrong_number_decided',
    ],
    async handle(context, { params: { id: sessionId }, body: { votes } }) {
      await decideTies(context, { sessionId, votes });
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
  offTheAgenda('return', 'returned', 'Return a nomination for supplement, without a vote'),
  offTheAgenda('remove', 'removed', 'Remove a nomination from the agenda, without a vote'),
  endpoint({
    method: 'post',
    path: '/api/sessions/:id/close',
    tag,
    summary: 'Close a session: count, and send each dossier its result',
    params,
    answers: { 200: sessionDetail },
    errors: [
      'session_not_found',
      'forbidden',
      'session_not_open',
      'closes_early',
      'quorum_missing',
      'ballot_secret_missing',
      'ballot_box_damaged',
    ],
    async handle(context, { params: { id: sessionId } }) {
      await closeSession(context, sessionId);
      return { status: 200, body: await getSession(context, sessionId) };
    },
  }),
];
