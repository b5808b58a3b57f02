import { z } from 'zod';
import {
  dropSubmissionPolicy,
  setSubmissionPolicy,
} from '../commands/administration/set-submission-policy.ts';
import { recheckEligibility } from '../commands/dossiers/recheck-eligibility.ts';
import { id, shortListQuery } from '../contract/common.ts';
import {
  eligibilityQuery,
  eligibilityReport,
  recheck,
  submissionPolicy,
  submissionPolicyList,
} from '../contract/eligibility.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findEligibility } from '../queries/eligibility.ts';
import { findSubmissionPolicies } from '../queries/submission-policies.ts';

const tag = 'Eligibility';
const params = z.strictObject({ id });

/** Verdicts on nominations with their reasons, and how an organisation submits. */
export const eligibilityRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/eligibility',
    tag,
    summary: 'Whether the law lets the nominees be proposed, criterion by criterion with facts and articles',
    params,
    query: eligibilityQuery,
    answers: { 200: eligibilityReport },
    errors: ['dossier_not_found', 'no_rule_set', 'award_without_rule'],
    handle: async (context, { params: { id: dossierId }, query }) => ({
      status: 200,
      body: await findEligibility(context, { ...query, dossierId }),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/eligibility',
    tag,
    summary: 'Find the verdicts of a dossier under way anew, on the ledger as it stands',
    params,
    answers: { 200: recheck },
    errors: ['dossier_not_found', 'forbidden', 'eligibility_settled'],
    handle: async (context, { params: { id: dossierId } }) => ({
      status: 200,
      body: await recheckEligibility(context, dossierId),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/units/:id/submission-policy',
    tag,
    summary: 'Say how a unit and all below it submit nominees who are not eligible',
    params,
    body: submissionPolicy,
    answers: { 200: submissionPolicy },
    errors: ['forbidden'],
    async handle(context, { params: { id: unitId }, body }) {
      await setSubmissionPolicy(context, { ...body, unitId });
      return { status: 200, body };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/units/:id/submission-policy',
    tag,
    summary: 'Take a unit’s own policy back, so that it follows the nearest unit above',
    params,
    answers: { 204: null },
    errors: ['forbidden'],
    async handle(context, { params: { id: unitId } }) {
      await dropSubmissionPolicy(context, unitId);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/admin/submission-policies',
    tag,
    summary: 'How the units the account administers submit, where they have said it themselves',
    query: shortListQuery,
    answers: { 200: submissionPolicyList },
    errors: [],
    handle: async (context, { query }) => ({
      status: 200,
      body: await findSubmissionPolicies(context, query),
    }),
  }),
];
