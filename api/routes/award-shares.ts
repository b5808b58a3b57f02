import { z } from 'zod';
import { importDirectWork, recordDirectWork } from '../commands/ledger/record-direct-work.ts';
import {
  awardShares,
  awardSharesQuery,
  directWorkResult,
  recordDirectWorkRequest,
} from '../contract/award-shares.ts';
import { id } from '../contract/common.ts';
import { directWorkSheet } from '../files/direct-work-sheet.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { sheetEndpoints } from '../http/sheet-endpoints.ts';
import { findAwardShares } from '../queries/award-shares.ts';

const tag = 'Ledger';
const params = z.strictObject({ id });
const maxImportBytes = 5 * 1024 * 1024;

/** Who the awards go to: shares of women and direct workers, and who works directly. */
export const awardShareRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/units/:id/award-shares',
    tag,
    summary:
      'Awards of some years that a unit’s people and collectives hold, with the shares of women and direct workers',
    params,
    query: awardSharesQuery,
    answers: { 200: awardShares },
    errors: ['collective_not_found'],
    handle: async (context, { params: { id: unitId }, query }) => ({
      status: 200,
      body: await findAwardShares(context, { ...query, unitId }),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/units/:id/direct-work',
    tag,
    summary: 'Record who of a unit works directly, from a day on; all entries or none',
    params,
    body: recordDirectWorkRequest,
    answers: { 200: directWorkResult },
    errors: ['collective_not_found', 'forbidden', 'post_not_found', 'day_in_future'],
    handle: async (context, { params: { id: unitId }, body }) => ({
      status: 200,
      body: await recordDirectWork(context, { ...body, unitId }),
    }),
  }),
  ...sheetEndpoints({
    tag,
    template: {
      path: '/api/direct-work/template.xlsx',
      summary: 'Empty sheet that says who works directly',
      errors: [],
      sheet: async () => ({
        fileName: `${directWorkSheet.title}.xlsx`,
        content: await directWorkSheet.template(),
      }),
    },
    upload: {
      path: '/api/units/:id/direct-work-imports',
      summary: 'The same by a sheet, all rows or none; again it changes nothing',
      params,
      body: z.strictObject({}),
      maxBytes: maxImportBytes,
      answers: { 200: directWorkResult },
      errors: ['collective_not_found', 'forbidden'],
      take: async (context, { params: { id: unitId }, file: { content } }) => ({
        status: 200,
        body: await importDirectWork(context, { unitId, content }),
      }),
    },
  }),
];
