import { z } from 'zod';
import { deployDefinition } from '../commands/definitions/deploy-definition.ts';
import { migrateInstances } from '../commands/instances/migrate-instances.ts';
import { id } from '../contract/common.ts';
import {
  checkDeploymentRequest,
  definitionDetail,
  definitionList,
  deploymentCheck,
  deployRequest,
  deployResult,
  modelDiff,
} from '../contract/definitions.ts';
import {
  checkMigrationsRequest,
  migrationsCheck,
  migrationsRequest,
  migrationsResult,
} from '../contract/migrations.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { diffDefinitions, getDefinition, listDefinitions } from '../queries/definitions.ts';
import { checkDeployment } from '../queries/deployment-check.ts';
import { checkMigrations } from '../queries/migratable-instances.ts';

const tag = 'Definitions';

/** Versions of the processes: what is deployed, what differs, and deploying more. */
export const definitionRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/definitions',
    tag,
    summary: 'Every version of every process, the newest first',
    answers: { 200: definitionList },
    errors: ['forbidden'],
    async handle(context) {
      const items = await listDefinitions(context);
      return { status: 200, body: { items, total: items.length } };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/definitions/check',
    tag,
    summary: 'What deploying files would do, to the models and to open dossiers; changes nothing',
    body: checkDeploymentRequest,
    answers: { 200: deploymentCheck },
    errors: ['forbidden', 'file_listed_twice', 'process_not_chosen'],
    handle: async (context, { body, locale }) => ({
      status: 200,
      body: await checkDeployment(context, body, locale),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/definitions',
    tag,
    summary: 'Deploy files as one definition, with a reason; new dossiers start on it',
    body: deployRequest,
    answers: { 201: deployResult },
    errors: [
      'forbidden',
      'file_listed_twice',
      'process_not_chosen',
      'model_invalid',
      'confirmation_required',
    ],
    handle: async (context, { body, locale }) => ({
      status: 201,
      body: await deployDefinition(context, body, locale),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/definitions/:id',
    tag,
    summary: 'One version with its files',
    params: z.strictObject({ id }),
    answers: { 200: definitionDetail },
    errors: ['forbidden', 'definition_not_found'],
    handle: async (context, { params }) => ({ status: 200, body: await getDefinition(context, params.id) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/definitions/:id/diff',
    tag,
    summary: 'What another version changes in this one',
    params: z.strictObject({ id }),
    query: z.strictObject({ to: id }),
    answers: { 200: modelDiff },
    errors: ['forbidden', 'definition_not_found'],
    handle: async (context, { params, query }) => ({
      status: 200,
      body: await diffDefinitions(context, params.id, query.to),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/definitions/:id/migrations/check',
    tag,
    summary: 'What taking running instances over to this version would do; changes nothing',
    params: z.strictObject({ id }),
    body: checkMigrationsRequest,
    answers: { 200: migrationsCheck },
    errors: ['forbidden', 'definition_not_found'],
    handle: async (context, { params, body, locale }) => ({
      status: 200,
      body: await checkMigrations(context, params.id, body, locale),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/definitions/:id/migrations',
    tag,
    summary: 'Take running instances over to this version, each by itself, with a reason',
    params: z.strictObject({ id }),
    body: migrationsRequest,
    answers: { 200: migrationsResult },
    errors: ['forbidden', 'definition_not_found'],
    handle: async (context, { params, body, locale }) => ({
      status: 200,
      body: await migrateInstances(context, { ...body, definitionId: params.id }, locale),
    }),
  }),
];
