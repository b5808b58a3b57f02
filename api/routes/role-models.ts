import { z } from 'zod';
import { changeRoleModel } from '../commands/role-models/change-role-model.ts';
import { attachConsent, giveConsent } from '../commands/role-models/give-consent.ts';
import { proposeRoleModel } from '../commands/role-models/propose-role-model.ts';
import { retireRoleModel } from '../commands/role-models/retire-role-model.ts';
import { submitRoleModel } from '../commands/role-models/submit-role-model.ts';
import { withdrawConsent } from '../commands/role-models/withdraw-consent.ts';
import { id, shortListQuery } from '../contract/common.ts';
import * as models from '../contract/role-models.ts';
import { ApiError, type ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint, publicEndpoint } from '../http/endpoint.ts';
import { findPublicRoleModels, getPublicRoleModel } from '../queries/public-role-models.ts';
import { findRoleModels, getRoleModel } from '../queries/role-models.ts';

const tag = 'Role models';
const params = z.strictObject({ id });
const kept: ErrorCode[] = ['role_model_not_found', 'forbidden'];
const decided: ErrorCode[] = [
  'task_already_done',
  'task_claimed_by_other',
  'task_cancelled',
  'version_conflict',
  'instance_ended',
];

/** Role models: proposed, reviewed and made known as far as the person consented. */
export const roleModelRoutes: Endpoint[] = [
  publicEndpoint({
    method: 'get',
    path: '/api/public/role-models',
    tag,
    summary: 'Role models made known, each as far as its consent goes',
    query: shortListQuery,
    answers: { 200: models.publicRoleModelList },
    errors: [],
    handle: async ({ app, query }) => ({ status: 200, body: await findPublicRoleModels(app, query) }),
  }),
  publicEndpoint({
    method: 'get',
    path: '/api/public/role-models/:id',
    tag,
    summary: 'One role model, while it is approved and its consent in force',
    params,
    answers: { 200: models.publicRoleModelDetail },
    errors: ['role_model_not_found'],
    handle: async ({ app, params: { id: modelId } }) => ({
      status: 200,
      body: await getPublicRoleModel(app, modelId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/role-models',
    tag,
    summary: 'Role models the account may read, the newest first',
    query: models.roleModelQuery,
    answers: { 200: models.roleModelList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findRoleModels(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/role-models',
    tag,
    summary: 'Propose a role model of a unit or for a bloc, as a draft',
    body: models.proposeRoleModelRequest,
    answers: { 201: models.roleModelDetail },
    errors: [
      'forbidden',
      'bloc_year_not_found',
      'bloc_unit_not_member',
      'role_model_nominee_unfit',
      'role_model_award_unfit',
    ],
    handle: async (context, { body }) => ({
      status: 201,
      body: await getRoleModel(context, await proposeRoleModel(context, body)),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/role-models/:id',
    tag,
    summary: 'One role model with its awards, consents and tasks',
    params,
    answers: { 200: models.roleModelDetail },
    errors: ['role_model_not_found'],
    handle: async (context, { params: { id: roleModelId } }) => ({
      status: 200,
      body: await getRoleModel(context, roleModelId),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/role-models/:id',
    tag,
    summary: 'Write a role model anew, as a draft or while it is revised',
    params,
    body: models.changeRoleModelRequest,
    answers: { 200: models.roleModelDetail },
    errors: [...kept, 'version_conflict', 'role_model_stands', 'role_model_award_unfit'],
    async handle(context, { params: { id: roleModelId }, body }) {
      await changeRoleModel(context, { roleModelId, ...body });
      return { status: 200, body: await getRoleModel(context, roleModelId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/role-models/:id/submit',
    tag,
    summary: 'Submit a draft: it is reviewed',
    params,
    answers: { 200: models.roleModelDetail },
    errors: [...kept, 'role_model_stands', 'role_model_no_reviewer', 'process_not_deployed'],
    async handle(context, { params: { id: roleModelId } }) {
      await submitRoleModel(context, roleModelId);
      return { status: 200, body: await getRoleModel(context, roleModelId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/role-models/:id/consent',
    tag,
    summary: 'Consent by one’s own account to being made known',
    params,
    body: models.giveConsentRequest,
    answers: { 201: models.roleModelDetail },
    errors: [...kept, 'consent_not_asked', 'consent_given', ...decided],
    async handle(context, { params: { id: roleModelId }, body: { fields } }) {
      await giveConsent(context, { roleModelId, fields });
      return { status: 201, body: await getRoleModel(context, roleModelId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/role-models/:id/consent-paper',
    tag,
    summary: 'Put a consent on record that was signed on paper',
    params,
    body: models.attachConsentRequest,
    upload: { maxBytes: 20 * 1024 * 1024 },
    answers: { 201: models.roleModelDetail },
    errors: [
      ...kept,
      'file_empty',
      'file_type_not_allowed',
      'consent_not_asked',
      'consent_given',
      ...decided,
    ],
    async handle(context, { params: { id: roleModelId }, body: { fields }, file }) {
      if (!file) throw new ApiError('file_missing');
      await attachConsent(context, { roleModelId, fields, ...file });
      return { status: 201, body: await getRoleModel(context, roleModelId) };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/role-models/:id/consent',
    tag,
    summary: 'Withdraw the consent: nothing is shown from then on',
    params,
    answers: { 200: models.roleModelDetail },
    errors: [...kept, 'consent_missing'],
    async handle(context, { params: { id: roleModelId } }) {
      await withdrawConsent(context, roleModelId);
      return { status: 200, body: await getRoleModel(context, roleModelId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/role-models/:id/retire',
    tag,
    summary: 'Take an approved role model back, with a reason',
    params,
    body: models.retireRoleModelRequest,
    answers: { 200: models.roleModelDetail },
    errors: [...kept, 'role_model_not_approved'],
    async handle(context, { params: { id: roleModelId }, body: { reason } }) {
      await retireRoleModel(context, { roleModelId, reason });
      return { status: 200, body: await getRoleModel(context, roleModelId) };
    },
  }),
];
