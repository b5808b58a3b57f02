import { z } from 'zod';
import { createAccount } from '../commands/accounts/create-account.ts';
import { endAccount } from '../commands/accounts/end-account.ts';
import { endRole } from '../commands/accounts/end-role.ts';
import { grantRole } from '../commands/accounts/grant-role.ts';
import { lockAccount, unlockAccount } from '../commands/accounts/lock-account.ts';
import { resetPassword } from '../commands/accounts/reset-password.ts';
import { correctPerson } from '../commands/organisation/correct-person.ts';
import { createPerson } from '../commands/organisation/create-person.ts';
import { endPosition } from '../commands/organisation/end-position.ts';
import { givePosition } from '../commands/organisation/give-position.ts';
import type { CommandContext } from '../context.ts';
import { id } from '../contract/common.ts';
import {
  accountReasonRequest,
  correctPersonRequest,
  createAccountRequest,
  createPersonRequest,
  endPositionRequest,
  endRoleRequest,
  givePositionRequest,
  grantRoleRequest,
  oneTimePassword,
  staffDetail,
  staffList,
  staffQuery,
} from '../contract/organisation.ts';
import type { ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findStaff, getStaff } from '../queries/organisation.ts';

const tag = 'Staff';
const params = z.strictObject({ id });

const ofAccount: readonly ErrorCode[] = ['account_not_found', 'account_ended', 'account_beyond'];

/** An act on an account that gives nothing to know. */
const accountAct = (
  name: string,
  summary: string,
  act: (context: CommandContext, request: { accountId: string; reason: string }) => Promise<void>,
  errors: readonly ErrorCode[],
): Endpoint =>
  endpoint({
    method: 'post',
    path: `/api/admin/accounts/:id/${name}`,
    tag,
    summary,
    params,
    body: accountReasonRequest,
    answers: { 204: null },
    errors: [...ofAccount, ...errors],
    async handle(context, { params: { id: accountId }, body }) {
      await act(context, { ...body, accountId });
      return { status: 204 };
    },
  });

/** People, their posts, accounts and roles as administrators keep them. */
export const staffRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/admin/people',
    tag,
    summary: 'People whom the account administers',
    query: staffQuery,
    answers: { 200: staffList },
    errors: ['forbidden'],
    handle: async (context, { query }) => ({ status: 200, body: await findStaff(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/people',
    tag,
    summary: 'Add a person with a first post; who that may be besides is proposed in the ledger',
    body: createPersonRequest,
    answers: { 201: staffDetail },
    errors: ['unit_not_found', 'forbidden', 'dates_reversed', 'unit_not_standing', 'birth_in_future'],
    async handle(context, { body }) {
      const personId = await createPerson(context, body);
      return { status: 201, body: await getStaff(context, personId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/admin/people/:id',
    tag,
    summary: 'A person with posts, accounts and roles',
    params,
    answers: { 200: staffDetail },
    errors: ['person_not_found'],
    handle: async (context, { params: { id: personId } }) => ({
      status: 200,
      body: await getStaff(context, personId),
    }),
  }),
  endpoint({
    method: 'patch',
    path: '/api/admin/people/:id',
    tag,
    summary: 'Correct what is known of a person',
    params,
    body: correctPersonRequest,
    answers: { 200: staffDetail },
    errors: ['person_not_found', 'birth_in_future'],
    async handle(context, { params: { id: personId }, body }) {
      await correctPerson(context, personId, body);
      return { status: 200, body: await getStaff(context, personId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/people/:id/positions',
    tag,
    summary: 'Give a person a post, in place of another one or beside it',
    params,
    body: givePositionRequest,
    answers: { 201: staffDetail },
    errors: [
      'person_not_found',
      'unit_not_found',
      'forbidden',
      'dates_reversed',
      'unit_not_standing',
      'position_not_found',
      'position_ended',
      'day_before_start',
    ],
    async handle(context, { params: { id: personId }, body }) {
      await givePosition(context, personId, body);
      return { status: 201, body: await getStaff(context, personId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/positions/:id/end',
    tag,
    summary: 'End a post after a last day',
    params,
    body: endPositionRequest,
    answers: { 200: staffDetail },
    errors: [
      'position_not_found',
      'unit_not_found',
      'forbidden',
      'position_ended',
      'day_before_start',
      'person_not_found',
    ],
    async handle(context, { params: { id: positionId }, body }) {
      const personId = await endPosition(context, { ...body, positionId });
      return { status: 200, body: await getStaff(context, personId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/people/:id/account',
    tag,
    summary: 'Give a person an account; the password of the first login is answered this once',
    params,
    body: createAccountRequest,
    answers: { 201: oneTimePassword },
    errors: ['person_not_found', 'account_exists', 'login_taken'],
    handle: async (context, { params: { id: personId }, body }) => ({
      status: 201,
      body: await createAccount(context, personId, body),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/accounts/:id/password',
    tag,
    summary: 'Give an account a new password for one login, answered this once',
    params,
    body: accountReasonRequest,
    answers: { 200: oneTimePassword },
    errors: [...ofAccount, 'account_own', 'substitution_not_passed_on'],
    handle: async (context, { params: { id: accountId }, body }) => ({
      status: 200,
      body: await resetPassword(context, { ...body, accountId }),
    }),
  }),
  accountAct('lock', 'Lock an account: its logins end', lockAccount, [
    'account_own',
    'account_locked_already',
    'last_administrator',
  ]),
  accountAct('unlock', 'Unlock an account', unlockAccount, ['account_not_locked']),
  accountAct('end', 'End an account for good, with its roles', endAccount, [
    'account_own',
    'last_administrator',
  ]),
  endpoint({
    method: 'post',
    path: '/api/admin/accounts/:id/roles',
    tag,
    summary: 'Give an account a role on a unit, or on a council where the person has the seat',
    params,
    body: grantRoleRequest,
    answers: { 204: null },
    errors: [
      'account_not_found',
      'account_ended',
      'dates_reversed',
      'role_place_unfit',
      'unit_not_found',
      'council_not_found',
      'forbidden',
      'unit_not_standing',
      'role_without_seat',
      'role_held_already',
      'substitution_not_passed_on',
    ],
    async handle(context, { params: { id: accountId }, body }) {
      await grantRole(context, accountId, body);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/role-grants/:id/end',
    tag,
    summary: 'End a role after a last day, or at once',
    params,
    body: endRoleRequest,
    answers: { 204: null },
    errors: [
      'role_not_found',
      'unit_not_found',
      'forbidden',
      'role_ended',
      'day_before_start',
      'last_administrator',
    ],
    async handle(context, { params: { id: grantId }, body }) {
      await endRole(context, { ...body, grantId });
      return { status: 204 };
    },
  }),
];
