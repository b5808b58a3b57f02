import { z } from 'zod';
import { bulkAnswer } from '../commands/bulk.ts';
import { claimTask } from '../commands/tasks/claim-task.ts';
import { completeTask } from '../commands/tasks/complete-task.ts';
import { stepErrors } from '../commands/tasks/completion-effects.ts';
import { decideTasks, undoSeconds } from '../commands/tasks/decide-tasks.ts';
import { releaseTask } from '../commands/tasks/release-task.ts';
import { undoDecisions } from '../commands/tasks/undo-decisions.ts';
import { bulkResult, id } from '../contract/common.ts';
import {
  completeTaskRequest,
  decideTasksRequest,
  decision,
  task,
  taskForm,
  taskList,
  taskQuery,
  taskVersionRequest,
  undoDecisionsRequest,
} from '../contract/tasks.ts';
import type { ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { getTaskForm } from '../queries/task-form.ts';
import { findInbox, getTask, taskAfterCommand } from '../queries/tasks.ts';

const tag = 'Tasks';
const params = z.strictObject({ id });
const refusals: ErrorCode[] = [
  'task_not_found',
  'forbidden',
  'task_already_done',
  'task_claimed_by_other',
  'task_cancelled',
  'excluded_decider',
  'dossier_on_hold',
  'comments_unread',
  'paper_lists_nobody',
  'paper_lists_held',
  'party_opinion_missing',
  'opinion_paper_needed',
  'version_conflict',
];

/** The inbox and what one does with a task. */
export const taskRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/tasks',
    tag,
    summary: 'Inbox of the account, earliest due date first',
    query: taskQuery,
    answers: { 200: taskList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findInbox(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/tasks/:id',
    tag,
    summary: 'One task',
    params,
    answers: { 200: task },
    errors: ['task_not_found'],
    handle: async (context, { params: { id: taskId } }) => ({
      status: 200,
      body: await getTask(context, taskId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/tasks/:id/form',
    tag,
    summary: 'Form that belongs to the decision of a task, with what it was filled in with',
    params,
    answers: { 200: taskForm },
    errors: ['task_not_found', 'task_without_form'],
    handle: async (context, { params: { id: taskId } }) => ({
      status: 200,
      body: await getTaskForm(context, taskId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/tasks/decisions',
    tag,
    summary:
      'Decide many tasks alike, or preview what would be refused; nothing is sent on before it can no longer be undone',
    body: decideTasksRequest,
    answers: { 200: bulkResult },
    errors: ['item_listed_twice'],
    async handle(context, { body }) {
      const outcomes = await decideTasks(context, body);
      return { status: 200, body: bulkAnswer(outcomes, body.preview ? 0 : undoSeconds) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/tasks/decisions/undo',
    tag,
    summary: 'Take back own decisions of many tasks while they have not been sent on',
    body: undoDecisionsRequest,
    answers: { 200: bulkResult },
    errors: ['item_listed_twice'],
    handle: async (context, { body: { taskIds } }) => ({
      status: 200,
      body: bulkAnswer(await undoDecisions(context, taskIds), 0),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/tasks/:id/claim',
    tag,
    summary: 'Take an open task',
    params,
    body: taskVersionRequest,
    answers: { 200: task },
    errors: refusals,
    async handle(context, { params: { id: taskId }, body: { version } }) {
      await claimTask(context, { taskId, version });
      return { status: 200, body: await taskAfterCommand(context, taskId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/tasks/:id/release',
    tag,
    summary: 'Give a task back to all its candidates',
    params,
    body: taskVersionRequest,
    answers: { 200: task },
    errors: [...refusals, 'task_not_claimed'],
    async handle(context, { params: { id: taskId }, body: { version } }) {
      await releaseTask(context, { taskId, version });
      return { status: 200, body: await taskAfterCommand(context, taskId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/tasks/:id/complete',
    tag,
    summary: 'Approve, return or reject; the last two with a reason',
    params,
    body: completeTaskRequest,
    answers: { 200: decision },
    errors: [
      ...refusals,
      'task_of_session',
      ...stepErrors,
      'verdict_not_allowed',
      'reason_required',
      'form_not_expected',
      'form_invalid',
      'not_overrulable',
      'nobody_approved',
      'instance_ended',
    ],
    handle: async (context, { params: { id: taskId }, body }) => ({
      status: 200,
      body: await completeTask(context, { taskId, ...body }),
    }),
  }),
];
