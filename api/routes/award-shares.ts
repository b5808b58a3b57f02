import { z } from 'zod';
import { importDirectWork, recordDirectWork } from '../commands/ledger/record-direct-work.ts';
import {
  awardShares,
  awardSharesQuery,
  directWorkResult,
  recordDirectWorkRequest,
} from '../contract/award-shares.ts';
import { id } from '../contract/common.ts';
import { ApiError } from '../errors.ts';
import { directWorkTemplate } from '../files/direct-work-sheet.ts';
import { spreadsheetType } from '../files/media-type.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
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
    method: 'get',
    path: '/api/direct-work/template.xlsx',
    tag,
    summary: 'Empty sheet that says who works directly',
    answers: { 200: { files: [spreadsheetType] } },
    errors: [],
    handle: async () => ({
      status: 200,
      file: {
        mediaType: spreadsheetType,
        fileName: 'Lao động trực tiếp.xlsx',
        inline: false,
        content: await directWorkTemplate(),
      },
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
  endpoint({
    method: 'post',
    path: '/api/units/:id/direct-work-imports',
    tag,
    summary: 'The same by a sheet, all rows or none; again it changes nothing',
    params,
    upload: { maxBytes: maxImportBytes },
    body: z.strictObject({}),
    answers: { 200: directWorkResult },
    errors: [
      'collective_not_found',
      'forbidden',
      'file_empty',
      'file_not_a_spreadsheet',
      'file_expands_too_much',
      'import_columns_missing',
      'import_too_many_rows',
      'import_rows_invalid',
    ],
    async handle(context, { params: { id: unitId }, file }) {
      if (!file) throw new ApiError('file_missing');
      return { status: 200, body: await importDirectWork(context, { unitId, content: file.content }) };
    },
  }),
];
