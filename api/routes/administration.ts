import { z } from 'zod';
import { escalateTask } from '../commands/administration/escalate-task.ts';
import { retryIncident } from '../commands/administration/retry-incident.ts';
import {
  adminOverview,
  auditList,
  auditQuery,
  escalateRequest,
  escalateResult,
  retryIncidentRequest,
} from '../contract/administration.ts';
import { id } from '../contract/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findAudit, getOverview } from '../queries/administration.ts';

const tag = 'Administration';
const params = z.strictObject({ id });

/** For administrators: what is late or stuck, and what to do about it. */
export const administrationRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/admin/overview',
    tag,
    summary: 'Late tasks, open incidents, dossiers that do not move',
    answers: { 200: adminOverview },
    errors: ['forbidden'],
    handle: async (context, { locale }) => ({ status: 200, body: await getOverview(context, locale) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/tasks/:id/escalate',
    tag,
    summary: 'Tell the superiors of a task, with a reason',
    params,
    body: escalateRequest,
    answers: { 201: escalateResult },
    errors: ['forbidden', 'task_not_found', 'task_not_open'],
    handle: async (context, { params: { id: taskId }, body: { reason } }) => ({
      status: 201,
      body: await escalateTask(context, { taskId, reason }),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/incidents/:id/retry',
    tag,
    summary: 'Let the process try again at an incident',
    params,
    body: retryIncidentRequest,
    answers: { 204: null },
    errors: ['forbidden', 'incident_not_found', 'incident_resolved'],
    async handle(context, { params: { id: incidentId }, body: { reason } }) {
      await retryIncident(context, { incidentId, reason });
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/audit',
    tag,
    summary: 'Who did what, newest first',
    query: auditQuery,
    answers: { 200: auditList },
    errors: ['forbidden'],
    handle: async (context, { query }) => ({ status: 200, body: await findAudit(context, query) }),
  }),
];
