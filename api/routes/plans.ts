import { z } from 'zod';
import { addAdHocItem } from '../commands/plans/add-ad-hoc-item.ts';
import { adoptPlan } from '../commands/plans/adopt-plan.ts';
import { closeRound } from '../commands/plans/close-round.ts';
import { createPlan } from '../commands/plans/create-plan.ts';
import { extendScoring } from '../commands/plans/extend-scoring.ts';
import { importProgress } from '../commands/plans/import-progress.ts';
import { openScoring } from '../commands/plans/open-scoring.ts';
import { startPlan } from '../commands/plans/start-plan.ts';
import { writeItems } from '../commands/plans/write-items.ts';
import { writeSheet } from '../commands/plans/write-sheet.ts';
import { id } from '../contract/common.ts';
import * as plans from '../contract/plans.ts';
import type { ErrorCode } from '../errors.ts';
import { progressTemplate } from '../files/progress-sheet.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { sheetEndpoints } from '../http/sheet-endpoints.ts';
import { getScoring, getSheet } from '../queries/plan-scorings.ts';
import { findPlans, getPlan, getPlanComparison, getPlanContent } from '../queries/plans.ts';

const tag = 'Work plans';
const params = z.strictObject({ id });
const ofUnit = z.strictObject({ id, unitId: id });
const managed: ErrorCode[] = ['plan_not_found', 'forbidden'];
const ofItems: ErrorCode[] = ['plan_item_twice', 'plan_unit_not_receiver'];
const ofSheet: ErrorCode[] = [
  'scoring_not_found',
  'forbidden',
  'score_sheet_not_found',
  'score_sheet_handed_in',
];

/** Work plans with their rounds, and the scoring of their periods. */
export const planRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/plans',
    tag,
    summary: 'Work plans the account may read, the newest year first',
    query: plans.planQuery,
    answers: { 200: plans.planList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findPlans(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/plans',
    tag,
    summary: 'Begin the work plan of a year; it holds what last year’s plan ended with',
    body: plans.createPlanRequest,
    answers: { 201: plans.planDetail },
    errors: [...managed, 'unit_not_found', 'plan_previous_unfit', 'plan_window_invalid'],
    handle: async (context, { body }) => ({
      status: 201,
      body: await getPlan(context, await createPlan(context, body)),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/plans/:id',
    tag,
    summary: 'One plan: its rounds with what was sent, due, received and answered, versions, periods, tasks',
    params,
    answers: { 200: plans.planDetail },
    errors: ['plan_not_found'],
    handle: async (context, { params: { id: planId } }) => ({
      status: 200,
      body: await getPlan(context, planId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/plans/:id/items',
    tag,
    summary: 'Items of a version with the points of every unit; the newest version unless one is named',
    params,
    query: plans.planContentQuery,
    answers: { 200: plans.planContent },
    errors: ['plan_not_found'],
    handle: async (context, { params: { id: planId }, query }) => ({
      status: 200,
      body: await getPlanContent(context, { planId, ...query }),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/plans/:id/comparison',
    tag,
    summary: 'A version beside last year’s plan or an earlier version',
    params,
    query: plans.planComparisonQuery,
    answers: { 200: plans.planComparison },
    errors: ['plan_not_found', 'plan_without_previous'],
    handle: async (context, { params: { id: planId }, query }) => ({
      status: 200,
      body: await getPlanComparison(context, { planId, ...query }),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/plans/:id/units/:unitId/items',
    tag,
    summary: 'Write everything that a unit assigns, into the version that is open',
    params: ofUnit,
    body: plans.writeItemsRequest,
    answers: { 200: plans.planContent },
    errors: [...managed, ...ofItems, 'plan_unit_not_proposer', 'plan_round_closed'],
    async handle(context, { params: { id: planId, unitId }, body: { items } }) {
      await writeItems(context, { planId, assignerId: unitId, items });
      return { status: 200, body: await getPlanContent(context, { planId, assignerId: unitId }) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/plans/:id/start',
    tag,
    summary: 'Start the rounds of a draft: the units are asked for their proposals',
    params,
    body: plans.startPlanRequest,
    answers: { 200: plans.planDetail },
    errors: [...managed, 'plan_not_draft', 'plan_date_past', 'process_not_deployed'],
    async handle(context, { params: { id: planId }, body }) {
      await startPlan(context, { planId, ...body });
      return { status: 200, body: await getPlan(context, planId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/plans/:id/adopt',
    tag,
    summary: 'Take over a plan that a paper assigned',
    params,
    body: plans.adoptPlanRequest,
    answers: { 200: plans.planDetail },
    errors: [...managed, 'plan_not_draft', 'plan_date_past'],
    async handle(context, { params: { id: planId }, body }) {
      await adoptPlan(context, { planId, ...body });
      return { status: 200, body: await getPlan(context, planId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/plans/:id/close-round',
    tag,
    summary: 'Close the proposals or opinions that are being gathered before their last day',
    params,
    body: plans.closeRoundRequest,
    answers: { 204: null },
    errors: [...managed, 'plan_round_not_open', 'instance_ended'],
    async handle(context, { params: { id: planId }, body: { reason } }) {
      await closeRound(context, { planId, reason });
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/plans/:id/ad-hoc-items',
    tag,
    summary: 'Add work that came up to an assigned plan, so that it is scored',
    params,
    body: plans.adHocItemRequest,
    answers: { 201: plans.planContent },
    errors: [...managed, ...ofItems, 'plan_unit_not_proposer', 'plan_not_assigned'],
    async handle(context, { params: { id: planId }, body }) {
      await addAdHocItem(context, { planId, ...body });
      return { status: 201, body: await getPlanContent(context, { planId, assignerId: body.assignerId }) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/plans/:id/scorings',
    tag,
    summary:
      'Open the scoring of a month or quarter: the units that assigned what is due are asked for their sheets',
    params,
    body: plans.openScoringRequest,
    answers: { 201: plans.scoringDetail },
    errors: [
      ...managed,
      'plan_not_assigned',
      'plan_date_past',
      'scoring_too_early',
      'scoring_period_unknown',
      'scoring_period_taken',
      'scoring_nothing_due',
      'process_not_deployed',
    ],
    handle: async (context, { params: { id: planId }, body }) => ({
      status: 201,
      body: await getScoring(context, await openScoring(context, { planId, ...body })),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/plan-scorings/:id',
    tag,
    summary: 'One scoring: its sheets, what every unit earned, how often its deadline was put off and why',
    params,
    answers: { 200: plans.scoringDetail },
    errors: ['scoring_not_found'],
    handle: async (context, { params: { id: scoringId } }) => ({
      status: 200,
      body: await getScoring(context, scoringId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/plan-scorings/:id/extend',
    tag,
    summary: 'Put the last day for the sheets off, with the reason',
    params,
    body: plans.extendScoringRequest,
    answers: { 200: plans.scoringDetail },
    errors: [
      'scoring_not_found',
      'forbidden',
      'scoring_not_open',
      'scoring_not_awaited',
      'plan_date_past',
      'instance_ended',
    ],
    async handle(context, { params: { id: scoringId }, body }) {
      await extendScoring(context, { scoringId, ...body });
      return { status: 200, body: await getScoring(context, scoringId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/plan-scorings/:id/sheets/:unitId',
    tag,
    summary: 'The sheet of one unit, with all its lines',
    params: ofUnit,
    answers: { 200: plans.scoreSheetDetail },
    errors: ['scoring_not_found', 'score_sheet_not_found'],
    handle: async (context, { params: { id: scoringId, unitId } }) => ({
      status: 200,
      body: await getSheet(context, scoringId, unitId),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/plan-scorings/:id/sheets/:unitId',
    tag,
    summary: 'Write scores of a sheet; the stated total must be their sum',
    params: ofUnit,
    body: plans.writeSheetRequest,
    answers: { 200: plans.scoreSheetDetail },
    errors: [...ofSheet, 'version_conflict', 'score_total_off', 'scores_invalid'],
    async handle(context, { params: { id: scoringId, unitId }, body }) {
      await writeSheet(context, { scoringId, assignerId: unitId, ...body });
      return { status: 200, body: await getSheet(context, scoringId, unitId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/plan-scorings/:id/sheets/:unitId/progress',
    tag,
    summary: 'Score a sheet by the progress that a task system reports: all rows or none',
    params: ofUnit,
    body: plans.importProgressRequest,
    answers: { 200: plans.importProgressResult },
    errors: [...ofSheet, 'import_rows_invalid'],
    handle: async (context, { params: { id: scoringId, unitId }, body: { rows } }) => ({
      status: 200,
      body: await importProgress(context, {
        scoringId,
        assignerId: unitId,
        progress: rows.map((row, i) => ({ ...row, row: i + 2, tasks: `${row.tasks}`, done: `${row.done}` })),
      }),
    }),
  }),
  ...sheetEndpoints({
    tag,
    template: {
      path: '/api/plan-scorings/:id/sheets/:unitId/progress-template.xlsx',
      summary: 'A sheet for progress with a line for everything that the unit scores',
      params: ofUnit,
      errors: ['scoring_not_found', 'score_sheet_not_found'],
      async sheet(context, { params: { id: scoringId, unitId } }) {
        const { lines } = await getSheet(context, scoringId, unitId);
        return { fileName: 'tien-do.xlsx', content: await progressTemplate(lines) };
      },
    },
    upload: {
      path: '/api/plan-scorings/:id/sheets/:unitId/progress-import',
      summary: 'The same from the .xlsx or .csv file of a task system',
      params: ofUnit,
      maxBytes: 5 * 1024 * 1024,
      answers: { 200: plans.importProgressResult },
      errors: ofSheet,
      async take(context, { params: { id: scoringId, unitId }, file }) {
        const sheet = { scoringId, assignerId: unitId, progress: file.content };
        return { status: 200, body: await importProgress(context, sheet) };
      },
    },
  }),
];
