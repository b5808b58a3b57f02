import { z } from 'zod';
import { addNomination } from '../commands/nominations/add-nomination.ts';
import { chooseInitiatives } from '../commands/nominations/choose-initiatives.ts';
import { importNominations } from '../commands/nominations/import-nominations.ts';
import { removeNomination } from '../commands/nominations/remove-nomination.ts';
import { id, shortListQuery } from '../contract/common.ts';
import {
  addNominationRequest,
  chooseInitiativesRequest,
  importResult,
  nomination,
  nominationList,
  nominationQuery,
  nomineeInitiativeList,
} from '../contract/nominations.ts';
import { nominationTemplate } from '../files/nomination-sheet.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { sheetEndpoints } from '../http/sheet-endpoints.ts';
import { findNominations, getNomination } from '../queries/nominations.ts';
import { findNomineeInitiatives } from '../queries/nominee-initiatives.ts';

const tag = 'Nominations';
const params = z.strictObject({ id });
const maxImportBytes = 5 * 1024 * 1024;

/** Nominees of a dossier: list, add, remove, import. */
export const nominationRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/nominations',
    tag,
    summary: 'Nominations of a dossier with what each level found',
    params,
    query: nominationQuery,
    answers: { 200: nominationList },
    errors: ['dossier_not_found'],
    handle: async (context, { params: { id: dossierId }, query }) => ({
      status: 200,
      body: await findNominations(context, { ...query, dossierId }),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/nominations',
    tag,
    summary: 'Add a nominee to a draft',
    params,
    body: addNominationRequest,
    answers: { 201: nomination },
    errors: [
      'dossier_not_found',
      'forbidden',
      'dossier_not_draft',
      'nominee_kind_not_allowed',
      'nominee_not_found',
      'nominee_outside_unit',
      'nominee_listed_twice',
    ],
    async handle(context, { params: { id: dossierId }, body }) {
      const nominationId = await addNomination(context, { ...body, dossierId });
      return { status: 201, body: await getNomination(context, nominationId) };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/dossiers/:id/nominations/:nominationId',
    tag,
    summary: 'Take a nominee off a draft',
    params: z.strictObject({ id, nominationId: id }),
    answers: { 204: null },
    errors: ['dossier_not_found', 'forbidden', 'dossier_not_draft', 'nomination_not_found'],
    async handle(context, { params: { id: dossierId, nominationId } }) {
      await removeNomination(context, { dossierId, nominationId });
      return { status: 204 };
    },
  }),
  ...sheetEndpoints({
    tag,
    template: {
      path: '/api/dossiers/nominations-template.xlsx',
      summary: 'Empty sheet for the import',
      errors: [],
      sheet: async () => ({ fileName: 'Danh sách đề nghị.xlsx', content: await nominationTemplate() }),
    },
    upload: {
      path: '/api/dossiers/:id/nominations/import',
      summary: 'Add all nominees of an .xlsx or .csv sheet to a draft, or none',
      params,
      body: z.strictObject({}),
      maxBytes: maxImportBytes,
      answers: { 201: importResult },
      errors: ['dossier_not_found', 'forbidden', 'dossier_not_draft', 'version_conflict'],
      take: async (context, { params: { id: dossierId }, file: { content } }) => ({
        status: 201,
        body: { imported: await importNominations(context, { dossierId, content }) },
      }),
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/dossiers/:id/nominations/:nominationId/initiatives',
    tag,
    summary: 'Initiatives of the nominee’s ledger with their uses, and which the nomination rests on',
    params: z.strictObject({ id, nominationId: id }),
    query: shortListQuery,
    answers: { 200: nomineeInitiativeList },
    errors: ['dossier_not_found', 'nomination_not_found'],
    handle: async (context, { params: { id: dossierId, nominationId }, query }) => ({
      status: 200,
      body: await findNomineeInitiatives(context, { ...query, dossierId, nominationId }),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/dossiers/:id/nominations/:nominationId/initiatives',
    tag,
    summary:
      'Say on which initiatives a nomination of a draft rests; one that is spent is refused with both uses',
    params: z.strictObject({ id, nominationId: id }),
    body: chooseInitiativesRequest,
    answers: { 200: nomineeInitiativeList },
    errors: [
      'dossier_not_found',
      'forbidden',
      'dossier_not_draft',
      'nomination_not_found',
      'initiative_not_held',
      'initiative_spent',
    ],
    async handle(context, { params: { id: dossierId, nominationId }, body }) {
      await chooseInitiatives(context, { ...body, dossierId, nominationId });
      const page = { page: 1, pageSize: 200 };
      return {
        status: 200,
        body: await findNomineeInitiatives(context, { ...page, dossierId, nominationId }),
      };
    },
  }),
];
