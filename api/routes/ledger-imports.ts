import { z } from 'zod';
import { importLedger } from '../commands/ledger/import-ledger.ts';
import { undoImport } from '../commands/ledger/undo-import.ts';
import { id } from '../contract/common.ts';
import {
  importedLineList,
  importedLineQuery,
  ledgerImport,
  ledgerImportList,
  ledgerImportQuery,
  undoImportRequest,
} from '../contract/ledger-imports.ts';
import { ApiError } from '../errors.ts';
import { ledgerTemplate } from '../files/ledger-sheet.ts';
import { spreadsheetType } from '../files/media-type.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findImportedLines, findLedgerImports, getLedgerImport } from '../queries/ledger-imports.ts';

const tag = 'Ledger';
const params = z.strictObject({ id });
const maxImportBytes = 5 * 1024 * 1024;

/** Import of awards into the ledger, a look at what was imported, and undoing it. */
export const ledgerImportRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/ledger-imports/template.xlsx',
    tag,
    summary: 'Empty sheet for the import',
    answers: { 200: { files: [spreadsheetType] } },
    errors: [],
    handle: async () => ({
      status: 200,
      file: {
        mediaType: spreadsheetType,
        fileName: 'Sổ khen thưởng.xlsx',
        inline: false,
        content: await ledgerTemplate(),
      },
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/ledger-imports',
    tag,
    summary: 'Imports into ledgers the account keeps, the newest first',
    query: ledgerImportQuery,
    answers: { 200: ledgerImportList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findLedgerImports(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/units/:id/ledger-imports',
    tag,
    summary: 'Import awards of a unit’s people and collectives, all rows or none; the same file once',
    params,
    upload: { maxBytes: maxImportBytes },
    body: z.strictObject({}),
    answers: { 200: ledgerImport },
    errors: [
      'collective_not_found',
      'forbidden',
      'file_empty',
      'file_not_a_spreadsheet',
      'file_expands_too_much',
      'import_columns_missing',
      'import_too_many_rows',
      'import_rows_invalid',
      'version_conflict',
    ],
    async handle(context, { params: { id: unitId }, file }) {
      if (!file) throw new ApiError('file_missing');
      return {
        status: 200,
        body: await getLedgerImport(context, await importLedger(context, { unitId, ...file })),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/ledger-imports/:id',
    tag,
    summary: 'An import, and what others have built on it since',
    params,
    answers: { 200: ledgerImport },
    errors: ['ledger_import_not_found'],
    handle: async (context, { params: { id: importId } }) => ({
      status: 200,
      body: await getLedgerImport(context, importId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/ledger-imports/:id/lines',
    tag,
    summary: 'Lines of an import with whose they are; none where it was undone',
    params,
    query: importedLineQuery,
    answers: { 200: importedLineList },
    errors: ['ledger_import_not_found'],
    handle: async (context, { params: { id: importId }, query }) => ({
      status: 200,
      body: await findImportedLines(context, { ...query, importId }),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/ledger-imports/:id/undo',
    tag,
    summary: 'Take an import back whole, while nobody has relied on it',
    params,
    body: undoImportRequest,
    answers: { 200: ledgerImport },
    errors: ['ledger_import_not_found', 'ledger_import_undone', 'ledger_import_used'],
    async handle(context, { params: { id: importId }, body }) {
      await undoImport(context, { ...body, importId });
      return { status: 200, body: await getLedgerImport(context, importId) };
    },
  }),
];
