import { caseLoadList } from '../contract/case-loads.ts';
import {
  awardList,
  campaignList,
  personList,
  personQuery,
  unitList,
  unitQuery,
} from '../contract/catalogue.ts';
import { shortListQuery } from '../contract/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findCaseLoads } from '../queries/case-loads.ts';
import { findAwards, findCampaigns, findPeople, findUnits } from '../queries/catalogue.ts';

const tag = 'Catalogue';

/** Awards, units, people and campaigns to choose from. */
export const catalogueRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/awards',
    tag,
    summary: 'Awards with the rule in force today',
    query: shortListQuery,
    answers: { 200: awardList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findAwards(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/case-loads',
    tag,
    summary: 'Cases submitted to the Prime Minister and the President by year and kind of commendation',
    query: shortListQuery,
    answers: { 200: caseLoadList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findCaseLoads(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/units',
    tag,
    summary: 'Units of the organisation',
    query: unitQuery,
    answers: { 200: unitList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findUnits(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/people',
    tag,
    summary:
      'People with a post in the units the account has a role on, or of whose councils it is secretary',
    query: personQuery,
    answers: { 200: personList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findPeople(context, query) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/campaigns',
    tag,
    summary: 'Emulation campaigns',
    query: shortListQuery,
    answers: { 200: campaignList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findCampaigns(context, query) }),
  }),
];
