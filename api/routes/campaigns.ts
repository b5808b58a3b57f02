import { z } from 'zod';
import { createCampaign } from '../commands/campaigns/create-campaign.ts';
import { reportActuals } from '../commands/campaigns/report-actuals.ts';
import { writeTargets } from '../commands/campaigns/write-targets.ts';
import {
  campaignDetail,
  createCampaignRequest,
  reportActualsRequest,
  writeTargetsRequest,
} from '../contract/campaigns.ts';
import { id } from '../contract/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { getCampaign } from '../queries/campaigns.ts';

const tag = 'Campaigns';
const params = z.strictObject({ id });

/** Campaigns with their targets; the list of them is in the catalogue. */
export const campaignRoutes: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/api/campaigns',
    tag,
    summary: 'Launch a movement, a wave of one, or a theme',
    body: createCampaignRequest,
    answers: { 201: campaignDetail },
    errors: [
      'forbidden',
      'unit_not_found',
      'unknown_campaign',
      'campaign_dates_reversed',
      'campaign_outside_parent',
    ],
    handle: async (context, { body }) => ({
      status: 201,
      body: await getCampaign(context, await createCampaign(context, body)),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/campaigns/:id',
    tag,
    summary: 'One campaign with its targets against what was reached',
    params,
    answers: { 200: campaignDetail },
    errors: ['unknown_campaign'],
    handle: async (context, { params: { id: campaignId } }) => ({
      status: 200,
      body: await getCampaign(context, campaignId),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/campaigns/:id/targets',
    tag,
    summary: 'Set all targets of a campaign, until something was reported of them',
    params,
    body: writeTargetsRequest,
    answers: { 200: campaignDetail },
    errors: ['unknown_campaign', 'forbidden', 'version_conflict', 'targets_reported', 'unknown_award'],
    async handle(context, { params: { id: campaignId }, body }) {
      await writeTargets(context, { campaignId, ...body });
      return { status: 200, body: await getCampaign(context, campaignId) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/campaigns/:id/actuals',
    tag,
    summary: 'Report what was reached of the targets',
    params,
    body: reportActualsRequest,
    answers: { 200: campaignDetail },
    errors: ['unknown_campaign', 'forbidden', 'actuals_invalid'],
    async handle(context, { params: { id: campaignId }, body }) {
      await reportActuals(context, { campaignId, ...body });
      return { status: 200, body: await getCampaign(context, campaignId) };
    },
  }),
];
