import { z } from 'zod';
import { changeUnit } from '../commands/organisation/change-unit.ts';
import { createUnit } from '../commands/organisation/create-unit.ts';
import { endUnit } from '../commands/organisation/end-unit.ts';
import { importOrganisation } from '../commands/organisation/import-organisation.ts';
import { withdrawUnitChange } from '../commands/organisation/withdraw-unit-change.ts';
import type { CommandContext } from '../context.ts';
import { id } from '../contract/common.ts';
import {
  accountReasonRequest,
  administeredUnitDetail,
  administeredUnitList,
  administeredUnitQuery,
  changeUnitRequest,
  createUnitRequest,
  endUnitRequest,
  importOrganisationFields,
  organisationImport,
} from '../contract/organisation.ts';
import { ApiError } from '../errors.ts';
import { spreadsheetType } from '../files/media-type.ts';
import { organisationTemplate } from '../files/organisation-sheet.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { loadActor } from '../policies/actor.ts';
import { findAdministeredUnits, getAdministeredUnit } from '../queries/organisation.ts';

const tag = 'Organisation';
const params = z.strictObject({ id });
const maxImportBytes = 5 * 1024 * 1024;

/** Whoever makes a root administers it only since. */
async function withRolesOfNow(context: CommandContext): Promise<CommandContext> {
  const actor = await loadActor(context.db, context.actor.accountId, context.today);
  return actor ? { ...context, actor } : context;
}

/** The tree of the organisation as administrators see and change it. */
export const organisationRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/admin/units',
    tag,
    summary: 'Units that the account administers',
    query: administeredUnitQuery,
    answers: { 200: administeredUnitList },
    errors: ['forbidden'],
    handle: async (context, { query }) => ({
      status: 200,
      body: await findAdministeredUnits(context, query),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/units',
    tag,
    summary: 'Create a unit',
    body: createUnitRequest,
    answers: { 201: administeredUnitDetail },
    errors: [
      'forbidden',
      'unit_not_found',
      'unit_not_standing',
      'unit_code_taken',
      'substitution_not_passed_on',
    ],
    async handle(context, { body }) {
      const unitId = await createUnit(context, body);
      const seenBy = body.parentId === null ? await withRolesOfNow(context) : context;
      return { status: 201, body: await getAdministeredUnit(seenBy, unitId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/admin/units/:id',
    tag,
    summary: 'A unit with what changed in its life',
    params,
    answers: { 200: administeredUnitDetail },
    errors: ['unit_not_found', 'forbidden'],
    handle: async (context, { params: { id: unitId } }) => ({
      status: 200,
      body: await getAdministeredUnit(context, unitId),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/units/:id/changes',
    tag,
    summary: 'Rename, move or otherwise change a unit from a day on',
    params,
    body: changeUnitRequest,
    answers: { 200: administeredUnitDetail },
    errors: [
      'unit_not_found',
      'forbidden',
      'unit_ended',
      'unit_unchanged',
      'unit_below_itself',
      'unit_not_standing',
      'unit_change_overtaken',
      'day_before_start',
    ],
    async handle(context, { params: { id: unitId }, body }) {
      await changeUnit(context, unitId, body);
      return { status: 200, body: await getAdministeredUnit(context, unitId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/unit-changes/:id/withdraw',
    tag,
    summary: 'Take back a change whose day has not come',
    params,
    body: accountReasonRequest,
    answers: { 200: administeredUnitDetail },
    errors: ['unit_change_not_found', 'unit_not_found', 'forbidden', 'unit_change_settled'],
    async handle(context, { params: { id: changeId }, body }) {
      const unitId = await withdrawUnitChange(context, { ...body, changeId });
      return { status: 200, body: await getAdministeredUnit(context, unitId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/units/:id/end',
    tag,
    summary: 'End a unit in which nothing is left after a last day',
    params,
    body: endUnitRequest,
    answers: { 200: administeredUnitDetail },
    errors: [
      'unit_not_found',
      'forbidden',
      'unit_ended',
      'day_before_start',
      'unit_in_use',
      'unit_change_overtaken',
      'last_administrator',
    ],
    async handle(context, { params: { id: unitId }, body }) {
      await endUnit(context, unitId, body);
      return { status: 200, body: await getAdministeredUnit(context, unitId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/admin/organisation-imports/template.xlsx',
    tag,
    summary: 'Empty sheet for units, people, accounts and roles',
    answers: { 200: { files: [spreadsheetType] } },
    errors: [],
    handle: async () => ({
      status: 200,
      file: {
        mediaType: spreadsheetType,
        fileName: 'Tổ chức.xlsx',
        inline: false,
        content: await organisationTemplate(),
      },
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/organisation-imports',
    tag,
    summary:
      'Import units, people with posts, accounts and roles, all rows or none; again it changes nothing',
    upload: { maxBytes: maxImportBytes },
    body: importOrganisationFields,
    answers: { 200: organisationImport },
    errors: [
      'forbidden',
      'substitution_not_passed_on',
      'file_empty',
      'file_not_a_spreadsheet',
      'file_expands_too_much',
      'import_columns_missing',
      'import_too_many_rows',
      'import_rows_invalid',
      'version_conflict',
    ],
    async handle(context, { body, file }) {
      if (!file) throw new ApiError('file_missing');
      const result = await importOrganisation(context, { ...file, dryRun: body.dryRun === 'true' });
      return { status: 200, body: result };
    },
  }),
];
