import { z } from 'zod';
import { cancelInstance } from '../commands/instances/cancel-instance.ts';
import { migrateInstance } from '../commands/instances/migrate-instance.ts';
import { modifyInstance } from '../commands/instances/modify-instance.ts';
import { restartInstance } from '../commands/instances/restart-instance.ts';
import { resumeInstance, suspendInstance } from '../commands/instances/suspend-instance.ts';
import type { CommandContext } from '../context.ts';
import { id } from '../contract/common.ts';
import {
  checkMigrationRequest,
  instanceDetail,
  instanceList,
  instanceQuery,
  migrateRequest,
  migrationCheck,
  modifyRequest,
  operateRequest,
  operationAccepted,
  restartRequest,
  restartResult,
} from '../contract/instances.ts';
import type { ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { checkMigration, findInstances, getInstance } from '../queries/instances.ts';

const tag = 'Process instances';
const params = z.strictObject({ id });
const errors = ['forbidden', 'instance_not_found', 'instance_ended'] as const;

/** An operation whose request is a reason and nothing else. */
const byReason = (
  name: string,
  summary: string,
  run: (context: CommandContext, props: { instanceId: string; reason: string }) => Promise<number>,
  more: readonly ErrorCode[],
): Endpoint =>
  endpoint({
    method: 'post',
    path: `/api/instances/:id/${name}`,
    tag,
    summary,
    params,
    body: operateRequest,
    answers: { 202: operationAccepted },
    errors: [...errors, ...more],
    handle: async (context, { params: { id: instanceId }, body: { reason } }) => ({
      status: 202,
      body: { number: await run(context, { instanceId, reason }) },
    }),
  });

/** For administrators: a running instance, and what can be done to it. Every operation needs a reason. */
export const instanceRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/instances',
    tag,
    summary: 'Instances of everything the account administers, whatever they are about, the newest first',
    query: instanceQuery,
    answers: { 200: instanceList },
    errors: ['forbidden'],
    handle: async (context, { query }) => ({ status: 200, body: await findInstances(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/instances/:id',
    tag,
    summary: 'An instance with everything that is open in it',
    params,
    answers: { 200: instanceDetail },
    errors: ['forbidden', 'instance_not_found'],
    handle: async (context, { params: { id: instanceId }, locale }) => ({
      status: 200,
      body: await getInstance(context, instanceId, locale),
    }),
  }),
  byReason('suspend', 'Suspend: decisions wait, no timer fires', suspendInstance, [
    'instance_not_begun',
    'operation_refused',
  ]),
  byReason('resume', 'Resume: what waited happens in its order', resumeInstance, [
    'instance_not_begun',
    'operation_refused',
  ]),
  byReason('cancel', 'End it before its end; its dossier is withdrawn', cancelInstance, [
    'nomination_locked',
  ]),
  endpoint({
    method: 'post',
    path: '/api/instances/:id/modify',
    tag,
    summary: 'Insert, cancel or move tokens; all of it or nothing',
    params,
    body: modifyRequest,
    answers: { 202: operationAccepted },
    errors: [...errors, 'instance_not_begun', 'operation_refused', 'nomination_locked'],
    handle: async (context, { params: { id: instanceId }, body }) => ({
      status: 202,
      body: { number: await modifyInstance(context, { ...body, instanceId }) },
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/instances/:id/migrate/check',
    tag,
    summary: 'What a migration to another version would do; changes nothing',
    params,
    body: checkMigrationRequest,
    answers: { 200: migrationCheck },
    errors: [...errors, 'instance_not_begun', 'definition_not_found'],
    handle: async (context, { params: { id: instanceId }, body, locale }) => ({
      status: 200,
      body: await checkMigration(context, instanceId, body, locale),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/instances/:id/migrate',
    tag,
    summary: 'Take it over to another version of its process',
    params,
    body: migrateRequest,
    answers: { 202: operationAccepted },
    errors: [
      ...errors,
      'instance_not_begun',
      'definition_not_found',
      'operation_refused',
      'nomination_locked',
    ],
    handle: async (context, { params: { id: instanceId }, body }) => ({
      status: 202,
      body: { number: await migrateInstance(context, { ...body, instanceId }) },
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/instances/:id/restart',
    tag,
    summary: 'Take the subject of a cancelled instance up again, from the beginning or from elements named',
    params,
    body: restartRequest,
    answers: { 201: restartResult },
    errors: [
      'forbidden',
      'instance_not_found',
      'instance_not_cancelled',
      'beginning_past',
      'definition_not_found',
      'operation_refused',
      'version_conflict',
    ],
    handle: async (context, { params: { id: instanceId }, body }) => ({
      status: 201,
      body: await restartInstance(context, { ...body, instanceId }),
    }),
  }),
];
