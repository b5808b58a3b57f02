import { z } from 'zod';
import { importLedger } from '../commands/ledger/import-ledger.ts';
import { undoImport } from '../commands/ledger/undo-import.ts';
import { id } from '../contract/common.ts';
import {
  importedKindField,
  importedLineList,
  importedLineQuery,
  ledgerImport,
  ledgerImportList,
  ledgerImportQuery,
  undoImportRequest,
} from '../contract/ledger-imports.ts';
import { ledgerSheets } from '../files/ledger-sheets.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { sheetEndpoints } from '../http/sheet-endpoints.ts';
import { findImportedLines, findLedgerImports, getLedgerImport } from '../queries/ledger-imports.ts';

const tag = 'Ledger';
const params = z.strictObject({ id });
const maxImportBytes = 5 * 1024 * 1024;

/** Import of sheets into the ledger, a look at what was imported, and undoing it. */
export const ledgerImportRoutes: Endpoint[] = [
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
  ...sheetEndpoints({
    tag,
    template: {
      path: '/api/ledger-imports/template.xlsx',
      summary: 'Empty sheet for the import of one kind of lines',
      query: importedKindField,
      errors: [],
      sheet: async (_, { query: { kind } }) => ({
        fileName: `${ledgerSheets[kind].title}.xlsx`,
        content: await ledgerSheets[kind].template(),
      }),
    },
    upload: {
      path: '/api/units/:id/ledger-imports',
      summary:
        'Import lines of one kind for a unit’s people and collectives, all rows or none; the same file once',
      params,
      body: importedKindField,
      maxBytes: maxImportBytes,
      answers: { 200: ledgerImport },
      errors: ['collective_not_found', 'forbidden', 'version_conflict'],
      take: async (context, { params: { id: unitId }, body: { kind }, file }) => ({
        status: 200,
        body: await getLedgerImport(context, await importLedger(context, { unitId, kind, ...file })),
      }),
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
