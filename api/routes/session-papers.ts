import { returnMinutes, signMinutes } from '../commands/councils/sign-minutes.ts';
import { writeMinutes } from '../commands/councils/write-minutes.ts';
import { writeNote } from '../commands/councils/write-note.ts';
import { agendaItemReasonRequest, sessionNoteRequest, signRequest } from '../contract/sessions.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { sessionAct } from './session-act.ts';

/** What a session leaves in writing: notes, minutes and ballot-count record, and the signatures under them. */
export const sessionPaperRoutes: Endpoint[] = [
  sessionAct({
    method: 'put',
    path: 'notes',
    summary: 'Write the discussion of an item, or the conclusion, for the minutes',
    body: sessionNoteRequest,
    errors: ['forbidden', 'session_not_open', 'notes_closed', 'agenda_item_not_found', 'note_changed'],
    run: writeNote,
  }),
  sessionAct({
    path: 'minutes',
    summary: 'Have the minutes and the ballot-count record made, for signature',
    errors: [
      'forbidden',
      'session_not_closed_yet',
      'ties_undecided',
      'session_step_not_open',
      'task_already_done',
      'task_claimed_by_other',
      'version_conflict',
    ],
    run: (context, { sessionId }) => writeMinutes(context, sessionId),
  }),
  sessionAct({
    path: 'signatures',
    summary: 'Sign the minutes and the ballot-count record, as secretary and then as chair',
    body: signRequest,
    errors: [
      'forbidden',
      'session_step_not_open',
      'papers_incomplete',
      'paper_changed',
      'task_already_done',
      'task_claimed_by_other',
      'version_conflict',
    ],
    run: signMinutes,
  }),
  sessionAct({
    path: 'minutes/return',
    summary: 'Send the minutes back for correction instead of signing them',
    body: agendaItemReasonRequest,
    errors: [
      'forbidden',
      'session_step_not_open',
      'task_already_done',
      'task_claimed_by_other',
      'version_conflict',
    ],
    run: returnMinutes,
  }),
];
