import { cancelSession } from '../commands/councils/cancel-session.ts';
import { closeSession } from '../commands/councils/close-session.ts';
import { conveneSession } from '../commands/councils/convene-session.ts';
import { decideAgendaItem } from '../commands/councils/decide-agenda-item.ts';
import { openSession } from '../commands/councils/open-session.ts';
import { orderVerification } from '../commands/councils/order-verification.ts';
import { recordAttendance } from '../commands/councils/record-attendance.ts';
import { rescheduleSession } from '../commands/councils/reschedule-session.ts';
import {
  agendaItemReasonRequest,
  attendanceRequest,
  rescheduleRequest,
  sessionDetail,
  sessionList,
  sessionQuery,
} from '../contract/sessions.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findSessions, getSession } from '../queries/councils.ts';
import { itemParams, params, sessionAct, tag } from './session-act.ts';

const offTheAgenda = (verb: 'return' | 'remove', result: 'returned' | 'removed', summary: string): Endpoint =>
  sessionAct({
    path: `agenda-items/:itemId/${verb}`,
    summary,
    params: itemParams,
    body: agendaItemReasonRequest,
    errors: [
      'forbidden',
      'session_closed',
      'agenda_item_not_found',
      'agenda_item_decided',
      'dossier_on_hold',
    ],
    run: (context, words) => decideAgendaItem(context, { ...words, result }),
  });

/** A council's session from its invitation to its close: when and where, who is there, what is on the agenda. */
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
  sessionAct({
    path: 'convene',
    summary: 'Convene a planned session: its members are invited',
    errors: [
      'forbidden',
      'session_not_planned',
      'session_step_not_open',
      'task_already_done',
      'task_claimed_by_other',
      'version_conflict',
    ],
    run: (context, { sessionId }) => conveneSession(context, sessionId),
  }),
  sessionAct({
    path: 'reschedule',
    summary: 'Put a planned session off, or extend an open circulation',
    body: rescheduleRequest,
    errors: [
      'forbidden',
      'session_closed',
      'session_under_way',
      'closing_date_needed',
      'closing_date_of_meeting',
      'closing_date_early',
      'session_date_far',
    ],
    run: rescheduleSession,
  }),
  sessionAct({
    path: 'cancel',
    summary: 'Call a planned session off; its undecided items wait for another one',
    body: agendaItemReasonRequest,
    errors: ['forbidden', 'session_not_planned'],
    run: cancelSession,
  }),
  sessionAct({
    path: 'open',
    summary: 'Open a planned session: the members in office become its members',
    errors: [
      'forbidden',
      'session_not_planned',
      'agenda_empty',
      'council_without_members',
      'posting_missing',
      'posting_not_ended',
    ],
    run: (context, { sessionId }) => openSession(context, sessionId),
  }),
  sessionAct({
    method: 'put',
    path: 'attendance',
    summary: 'Record who is present',
    body: attendanceRequest,
    errors: ['forbidden', 'session_not_open', 'member_not_found'],
    run: recordAttendance,
  }),
  offTheAgenda('return', 'returned', 'Return a nomination for supplement, without a vote'),
  offTheAgenda('remove', 'removed', 'Remove a nomination from the agenda, without a vote'),
  sessionAct({
    path: 'agenda-items/:itemId/verify',
    summary: 'Order a verification: the nomination goes to a second session',
    params: itemParams,
    body: agendaItemReasonRequest,
    errors: [
      'forbidden',
      'session_closed',
      'agenda_item_not_found',
      'agenda_item_decided',
      'dossier_on_hold',
    ],
    run: orderVerification,
  }),
  sessionAct({
    path: 'close',
    summary: 'Close a session: count, and send each dossier its result',
    errors: [
      'forbidden',
      'session_not_open',
      'closes_early',
      'quorum_missing',
      'ballot_secret_missing',
      'ballot_box_damaged',
    ],
    run: (context, { sessionId }) => closeSession(context, sessionId),
  }),
];
