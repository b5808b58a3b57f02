import { z } from 'zod';
import { createBloc } from '../commands/blocs/create-bloc.ts';
import { linkCampaigns } from '../commands/blocs/link-campaigns.ts';
import { openBlocYear } from '../commands/blocs/open-bloc-year.ts';
import { signPledge } from '../commands/blocs/sign-pledge.ts';
import { startBlocYear } from '../commands/blocs/start-bloc-year.ts';
import { writeBlocSheet } from '../commands/blocs/write-bloc-sheet.ts';
import { writeCriteria } from '../commands/blocs/write-criteria.ts';
import { writePledge } from '../commands/blocs/write-pledge.ts';
import * as blocs from '../contract/blocs.ts';
import { id } from '../contract/common.ts';
import type { ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { getBlocSheet, getBlocYear } from '../queries/bloc-years.ts';
import { findBlocs, getBloc } from '../queries/blocs.ts';

const tag = 'Emulation blocs';
const params = z.strictObject({ id });
const ofSheet = z.strictObject({ id, unitId: id, stage: blocs.blocStage });
const written: ErrorCode[] = ['bloc_year_not_found', 'forbidden', 'version_conflict'];

/** Blocs with their years: members, pledge, score sheets and the vote. Its steps are tasks like any other. */
export const blocRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/blocs',
    tag,
    summary: 'Emulation blocs the account may read',
    query: blocs.blocQuery,
    answers: { 200: blocs.blocList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findBlocs(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/blocs',
    tag,
    summary: 'Set up a bloc with the council that ranks its members',
    body: blocs.createBlocRequest,
    answers: { 201: blocs.blocDetail },
    errors: ['council_not_found', 'forbidden', 'council_of_no_bloc', 'unknown_award', 'bloc_name_taken'],
    handle: async (context, { body }) => ({
      status: 201,
      body: await getBloc(context, await createBloc(context, body)),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/blocs/:id',
    tag,
    summary: 'One bloc: its years with leaders, what was handed over, who holds the rotating flag',
    params,
    answers: { 200: blocs.blocDetail },
    errors: ['bloc_not_found'],
    handle: async (context, { params: { id: blocId } }) => ({
      status: 200,
      body: await getBloc(context, blocId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/blocs/:id/years',
    tag,
    summary: 'Open a year of a bloc with its members and regulation, or put a past one on record',
    params,
    body: blocs.openBlocYearRequest,
    answers: { 201: blocs.blocYearDetail },
    errors: [
      'bloc_not_found',
      'forbidden',
      'unit_not_found',
      'bloc_member_twice',
      'bloc_leader_needed',
      'bloc_checker_unfit',
      'bloc_year_taken',
    ],
    handle: async (context, { params: { id: blocId }, body }) => ({
      status: 201,
      body: await getBlocYear(context, await openBlocYear(context, { blocId, ...body })),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/bloc-years/:id',
    tag,
    summary: 'A year of a bloc: members, pledge with its signatures, score sheets, vote, tasks',
    params,
    answers: { 200: blocs.blocYearDetail },
    errors: ['bloc_year_not_found'],
    handle: async (context, { params: { id: blocYearId } }) => ({
      status: 200,
      body: await getBlocYear(context, blocYearId),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/bloc-years/:id/criteria',
    tag,
    summary: 'Set the criteria of the score sheet with their maximum points',
    params,
    body: blocs.writeBlocCriteriaRequest,
    answers: { 200: blocs.blocYearDetail },
    errors: [...written, 'bloc_total_off', 'bloc_year_not_draft'],
    async handle(context, { params: { id: blocYearId }, body }) {
      await writeCriteria(context, { blocYearId, ...body });
      return { status: 200, body: await getBlocYear(context, blocYearId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/bloc-years/:id/campaigns',
    tag,
    summary: 'Say with which campaigns and targets the bloc launches its year',
    params,
    body: blocs.linkCampaignsRequest,
    answers: { 200: blocs.blocYearDetail },
    errors: [...written, 'bloc_year_not_draft', 'unknown_campaign'],
    async handle(context, { params: { id: blocYearId }, body }) {
      await linkCampaigns(context, { blocYearId, ...body });
      return { status: 200, body: await getBlocYear(context, blocYearId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/bloc-years/:id/pledge',
    tag,
    summary: 'Write what the members will pledge, until it is put before them to be signed',
    params,
    body: blocs.writePledgeRequest,
    answers: { 200: blocs.blocYearDetail },
    errors: [...written, 'pledge_stands'],
    async handle(context, { params: { id: blocYearId }, body }) {
      await writePledge(context, { blocYearId, ...body });
      return { status: 200, body: await getBlocYear(context, blocYearId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/bloc-years/:id/start',
    tag,
    summary: 'Start the year: handing over, pledge, scores, vote',
    params,
    body: blocs.startBlocYearRequest,
    answers: { 200: blocs.blocYearDetail },
    errors: [
      'bloc_year_not_found',
      'forbidden',
      'bloc_date_past',
      'bloc_year_not_draft',
      'bloc_criteria_missing',
      'process_not_deployed',
    ],
    async handle(context, { params: { id: blocYearId }, body }) {
      await startBlocYear(context, { blocYearId, ...body });
      return { status: 200, body: await getBlocYear(context, blocYearId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/bloc-years/:id/signatures',
    tag,
    summary: 'Sign the pledge for a member, as its head',
    params,
    body: blocs.signPledgeRequest,
    answers: { 201: blocs.blocYearDetail },
    errors: [
      'bloc_year_not_found',
      'bloc_unit_not_member',
      'forbidden',
      'pledge_not_open',
      'pledge_signed',
      'paper_changed',
      'task_already_done',
      'task_claimed_by_other',
      'task_cancelled',
      'version_conflict',
      'instance_ended',
    ],
    async handle(context, { params: { id: blocYearId }, body }) {
      await signPledge(context, { blocYearId, ...body });
      return { status: 201, body: await getBlocYear(context, blocYearId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/bloc-years/:id/members/:unitId/sheets/:stage',
    tag,
    summary: 'Score sheet of a member: what it gave itself, or what its checker gave',
    params: ofSheet,
    answers: { 200: blocs.blocSheetDetail },
    errors: ['bloc_year_not_found', 'bloc_unit_not_member', 'bloc_sheet_closed'],
    handle: async (context, { params: { id: blocYearId, unitId, stage } }) => ({
      status: 200,
      body: await getBlocSheet(context, { blocYearId, unitId, stage }),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/bloc-years/:id/members/:unitId/sheets/:stage',
    tag,
    summary: 'Write all points of a sheet; a stated total that is off is refused',
    params: ofSheet,
    body: blocs.writeBlocSheetRequest,
    answers: { 200: blocs.blocSheetDetail },
    errors: [
      ...written,
      'bloc_unit_not_member',
      'bloc_total_off',
      'bloc_scores_invalid',
      'bloc_sheet_closed',
    ],
    async handle(context, { params: { id: blocYearId, unitId, stage }, body }) {
      const sheet = { blocYearId, unitId, stage };
      await writeBlocSheet(context, { ...sheet, ...body });
      return { status: 200, body: await getBlocSheet(context, sheet) };
    },
  }),
];
