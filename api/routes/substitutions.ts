import { z } from 'zod';
import { attachAuthority } from '../commands/substitutions/attach-authority.ts';
import { createSubstitution } from '../commands/substitutions/create-substitution.ts';
import { endSubstitution } from '../commands/substitutions/end-substitution.ts';
import { id } from '../contract/common.ts';
import {
  createSubstitutionRequest,
  endSubstitutionRequest,
  substitutionList,
} from '../contract/substitutions.ts';
import { ApiError } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findSubstitutions } from '../queries/substitutions.ts';

const tag = 'Substitution';

/** Substitution: who acts for whom, between which dates, by which paper. */
export const substitutionRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/substitutions',
    tag,
    summary: 'Substitutions that the account gave or was given',
    answers: { 200: substitutionList },
    errors: [],
    handle: async (context) => ({ status: 200, body: await findSubstitutions(context) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/substitutions',
    tag,
    summary: 'Let another person act in some of the own roles, between two dates, by a paper',
    body: createSubstitutionRequest,
    answers: { 201: substitutionList },
    errors: [
      'substitution_not_passed_on',
      'dates_reversed',
      'role_not_held',
      'ballot_not_delegated',
      'substitute_without_account',
      'substitutes_self',
    ],
    async handle(context, { body }) {
      await createSubstitution(context, body);
      return { status: 201, body: await findSubstitutions(context) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/substitutions/:id/authority',
    tag,
    summary: 'Attach the paper that authorises a substitution; every act done under it shows the paper',
    params: z.strictObject({ id }),
    upload: { maxBytes: 20 * 1024 * 1024 },
    answers: { 200: substitutionList },
    errors: ['substitution_not_found', 'file_empty', 'file_type_not_allowed'],
    async handle(context, { params: { id: substitutionId }, file }) {
      if (!file) throw new ApiError('file_missing');
      await attachAuthority(context, { substitutionId, ...file });
      return { status: 200, body: await findSubstitutions(context) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/substitutions/:id/end',
    tag,
    summary: 'End a substitution before its last day',
    params: z.strictObject({ id }),
    body: endSubstitutionRequest,
    answers: { 200: substitutionList },
    errors: ['substitution_not_found', 'substitution_over'],
    async handle(context, { params: { id: substitutionId }, body: { reason } }) {
      await endSubstitution(context, { substitutionId, reason });
      return { status: 200, body: await findSubstitutions(context) };
    },
  }),
];
