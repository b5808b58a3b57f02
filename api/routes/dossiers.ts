import { z } from 'zod';
import { createDossier } from '../commands/dossiers/create-dossier.ts';
import { deleteDossier } from '../commands/dossiers/delete-dossier.ts';
import { holdDossier } from '../commands/dossiers/hold-dossier.ts';
import { reEvaluateDossier } from '../commands/dossiers/re-evaluate-dossier.ts';
import { resumeDossier } from '../commands/dossiers/resume-dossier.ts';
import { submitDossier } from '../commands/dossiers/submit-dossier.ts';
import { withdrawDossier } from '../commands/dossiers/withdraw-dossier.ts';
import { bonusTable } from '../contract/bonuses.ts';
import { id } from '../contract/common.ts';
import {
  createDossierRequest,
  diagram,
  dossierDetail,
  dossierList,
  dossierQuery,
  holdRequest,
  submitRequest,
  submitResult,
  timeline,
  withdrawRequest,
} from '../contract/dossiers.ts';
import { reEvaluateRequest, reEvaluation } from '../contract/re-evaluation.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findBonuses } from '../queries/bonuses.ts';
import { getDiagram } from '../queries/diagram.ts';
import { findDossiers, getDossier } from '../queries/dossiers.ts';
import { getReEvaluation } from '../queries/re-evaluation.ts';
import { getTimeline } from '../queries/timeline.ts';

const tag = 'Dossiers';
const params = z.strictObject({ id });

/** Dossiers: start, read, submit, withdraw. */
export const dossierRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/dossiers',
    tag,
    summary: 'Dossiers the account may read, newest first',
    query: dossierQuery,
    answers: { 200: dossierList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findDossiers(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers',
    tag,
    summary: 'Start a dossier as a draft',
    body: createDossierRequest,
    answers: { 201: dossierDetail },
    errors: [
      'forbidden',
      'unit_not_found',
      'unit_not_standing',
      'unknown_award',
      'award_without_rule',
      'title_without_kind',
      'period_reversed',
      'campaign_not_found',
    ],
    async handle(context, { body }) {
      const dossierId = await createDossier(context, body);
      return { status: 201, body: await getDossier(context, dossierId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id',
    tag,
    summary: 'A dossier with its rule, tasks, documents and papers',
    params,
    answers: { 200: dossierDetail },
    errors: ['dossier_not_found'],
    handle: async (context, { params: { id: dossierId } }) => ({
      status: 200,
      body: await getDossier(context, dossierId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/bonuses',
    tag,
    summary: 'What is paid for a dossier: a line for each nominee, the total, who pays, with the articles',
    params,
    answers: { 200: bonusTable },
    errors: ['dossier_not_found', 'no_rule_set', 'award_without_rule'],
    handle: async (context, { params: { id: dossierId } }) => ({
      status: 200,
      body: await findBonuses(context, dossierId),
    }),
  }),
  endpoint({
    method: 'delete',
    path: '/api/dossiers/:id',
    tag,
    summary: 'Delete a draft',
    params,
    answers: { 204: null },
    errors: ['dossier_not_found', 'forbidden', 'dossier_not_draft'],
    async handle(context, { params: { id: dossierId } }) {
      await deleteDossier(context, dossierId);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/submit',
    tag,
    summary: 'Submit a draft: binds the rule-set in force and starts the process',
    params,
    body: submitRequest,
    answers: { 202: submitResult },
    errors: [
      'dossier_not_found',
      'forbidden',
      'dossier_not_draft',
      'dossier_without_nominations',
      'no_rule_set',
      'award_without_rule',
      'papers_missing',
      'initiative_not_held',
      'initiative_spent',
      'nominees_not_eligible',
      'nominees_refused',
      'process_not_deployed',
      'quota_exceeded',
    ],
    handle: async (context, { params: { id: dossierId }, body }) => ({
      status: 202,
      body: await submitDossier(context, { ...body, dossierId }),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/withdraw',
    tag,
    summary: 'Withdraw a dossier until its decision is signed',
    params,
    body: withdrawRequest,
    answers: { 202: dossierDetail },
    errors: [
      'dossier_not_found',
      'forbidden',
      'dossier_not_withdrawable',
      'withdrawal_pending',
      'nomination_locked',
      'instance_ended',
    ],
    async handle(context, { params: { id: dossierId }, body }) {
      await withdrawDossier(context, { dossierId, reason: body.reason });
      return { status: 202, body: await getDossier(context, dossierId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/hold',
    tag,
    summary: 'Put a dossier on hold, with a reason: its clocks stand still',
    params,
    body: holdRequest,
    answers: { 202: dossierDetail },
    errors: ['dossier_not_found', 'forbidden', 'dossier_not_holdable', 'instance_ended'],
    async handle(context, { params: { id: dossierId }, body: { reason } }) {
      await holdDossier(context, { dossierId, reason });
      return { status: 202, body: await getDossier(context, dossierId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/resume',
    tag,
    summary: 'Take a dossier off hold, with a reason: its clocks run on',
    params,
    body: holdRequest,
    answers: { 202: dossierDetail },
    errors: ['dossier_not_found', 'forbidden', 'dossier_not_on_hold', 'instance_ended'],
    async handle(context, { params: { id: dossierId }, body: { reason } }) {
      await resumeDossier(context, { dossierId, reason });
      return { status: 202, body: await getDossier(context, dossierId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/re-evaluation',
    tag,
    summary: 'A received dossier under its law and under the newer one in force, side by side',
    params,
    answers: { 200: reEvaluation },
    errors: [
      'dossier_not_found',
      'forbidden',
      'dossier_not_received',
      'rule_set_not_newer',
      'award_without_rule',
    ],
    handle: async (context, { params: { id: dossierId } }) => ({
      status: 200,
      body: await getReEvaluation(context, dossierId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/re-evaluation',
    tag,
    summary: 'Bind a received dossier to the newer law, because it is more favourable',
    params,
    body: reEvaluateRequest,
    answers: { 200: dossierDetail },
    errors: [
      'dossier_not_found',
      'forbidden',
      'dossier_not_received',
      'rule_set_not_newer',
      'award_without_rule',
      'comparison_changed',
      'nothing_differs',
      'less_favourable',
    ],
    async handle(context, { params: { id: dossierId }, body }) {
      await reEvaluateDossier(context, { dossierId, ...body });
      return { status: 200, body: await getDossier(context, dossierId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/timeline',
    tag,
    summary: 'What happened to a dossier, in time order',
    params,
    answers: { 200: timeline },
    errors: ['dossier_not_found'],
    handle: async (context, { params: { id: dossierId } }) => ({
      status: 200,
      body: await getTimeline(context, dossierId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/diagram',
    tag,
    summary: 'BPMN models of a dossier with where it is and has been',
    params,
    answers: { 200: diagram },
    errors: ['dossier_not_found'],
    handle: async (context, { params: { id: dossierId }, locale }) => ({
      status: 200,
      body: await getDiagram(context, dossierId, locale),
    }),
  }),
];
