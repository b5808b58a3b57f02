import { z } from 'zod';
import { attachEvidence } from '../commands/initiatives/attach-evidence.ts';
import { changeInitiative } from '../commands/initiatives/change-initiative.ts';
import { deleteInitiative } from '../commands/initiatives/delete-initiative.ts';
import { registerInitiative } from '../commands/initiatives/register-initiative.ts';
import { submitInitiative } from '../commands/initiatives/submit-initiative.ts';
import { withdrawInitiative } from '../commands/initiatives/withdraw-initiative.ts';
import { id } from '../contract/common.ts';
import { documentInfo } from '../contract/documents.ts';
import { timeline } from '../contract/dossiers.ts';
import {
  changeInitiativeRequest,
  initiativeAttachmentKind,
  initiativeDetail,
  initiativeList,
  initiativeQuery,
  initiativeRegister,
  initiativeRegisterQuery,
  registerInitiativeRequest,
  withdrawInitiativeRequest,
} from '../contract/initiatives.ts';
import { ApiError, type ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { getDocument } from '../queries/documents.ts';
import {
  findInitiatives,
  findRegisteredInitiatives,
  getInitiative,
  getInitiativeTimeline,
} from '../queries/initiatives.ts';

const tag = 'Initiatives';
const params = z.strictObject({ id });
const maxEvidenceBytes = 20 * 1024 * 1024;
const kept: ErrorCode[] = ['initiative_not_found', 'forbidden'];
const ofContent: ErrorCode[] = [
  'author_shares_off',
  'person_not_found',
  'initiative_author_elsewhere',
  'initiative_year_ahead',
];

/** Initiatives and research projects: registration, recognition, and the register of their uses. */
export const initiativeRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/initiatives',
    tag,
    summary: 'Applications for the recognition of initiatives that the account may read, newest first',
    query: initiativeQuery,
    answers: { 200: initiativeList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findInitiatives(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/initiatives',
    tag,
    summary: 'Register an initiative or research project as a draft, with its authors and their shares',
    body: registerInitiativeRequest,
    answers: { 201: initiativeDetail },
    errors: ['unit_not_found', 'forbidden', ...ofContent],
    handle: async (context, { body }) => ({
      status: 201,
      body: await getInitiative(context, await registerInitiative(context, body)),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/initiatives/:id',
    tag,
    summary: 'An application with its votes, tasks, documents and decision',
    params,
    answers: { 200: initiativeDetail },
    errors: ['initiative_not_found'],
    handle: async (context, { params: { id: applicationId } }) => ({
      status: 200,
      body: await getInitiative(context, applicationId),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/initiatives/:id',
    tag,
    summary: 'Change an application while it is a draft or returned',
    params,
    body: changeInitiativeRequest,
    answers: { 200: initiativeDetail },
    errors: [
      ...kept,
      ...ofContent,
      'initiative_not_editable',
      'version_conflict',
      'initiative_registered_already',
    ],
    async handle(context, { params: { id: applicationId }, body }) {
      await changeInitiative(context, { ...body, applicationId });
      return { status: 200, body: await getInitiative(context, applicationId) };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/initiatives/:id',
    tag,
    summary: 'Delete a draft',
    params,
    answers: { 204: null },
    errors: [...kept, 'initiative_not_draft'],
    async handle(context, { params: { id: applicationId } }) {
      await deleteInitiative(context, applicationId);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/initiatives/:id/documents',
    tag,
    summary: 'Attach the description, evidence or a council’s paper to an application',
    params,
    upload: { maxBytes: maxEvidenceBytes },
    body: z.strictObject({ kind: initiativeAttachmentKind }),
    answers: { 201: documentInfo },
    errors: [
      ...kept,
      'initiative_closed_to_documents',
      'file_empty',
      'file_type_not_allowed',
      'version_conflict',
    ],
    async handle(context, { params: { id: applicationId }, body: { kind }, file }) {
      if (!file) throw new ApiError('file_missing');
      const documentId = await attachEvidence(context, { applicationId, kind, ...file });
      return { status: 201, body: await getDocument(context, documentId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/initiatives/:id/submit',
    tag,
    summary: 'Submit a draft: the rule-set says who recognises the scope asked for, and the process starts',
    params,
    answers: { 202: initiativeDetail },
    errors: [
      ...kept,
      'initiative_not_draft',
      'no_rule_set',
      'papers_missing',
      'initiative_registered_already',
      'process_not_deployed',
    ],
    async handle(context, { params: { id: applicationId } }) {
      await submitInitiative(context, applicationId);
      return { status: 202, body: await getInitiative(context, applicationId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/initiatives/:id/withdraw',
    tag,
    summary: 'Withdraw a submitted application until its decision is signed',
    params,
    body: withdrawInitiativeRequest,
    answers: { 202: initiativeDetail },
    errors: [
      ...kept,
      'initiative_not_withdrawable',
      'withdrawal_pending',
      'nomination_locked',
      'instance_ended',
    ],
    async handle(context, { params: { id: applicationId }, body: { reason } }) {
      await withdrawInitiative(context, { applicationId, reason });
      return { status: 202, body: await getInitiative(context, applicationId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/initiatives/:id/timeline',
    tag,
    summary: 'What happened to an application, in time order',
    params,
    answers: { 200: timeline },
    errors: ['initiative_not_found'],
    handle: async (context, { params: { id: applicationId } }) => ({
      status: 200,
      body: await getInitiativeTimeline(context, applicationId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/initiative-register',
    tag,
    summary: 'Recognised initiatives with everything they serve: the register of uses',
    query: initiativeRegisterQuery,
    answers: { 200: initiativeRegister },
    errors: [],
    handle: async (context, { query }) => ({
      status: 200,
      body: await findRegisteredInitiatives(context, query),
    }),
  }),
];
