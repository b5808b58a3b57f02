import { z } from 'zod';
import { createOfficePaper } from '../commands/office-papers/create-office-paper.ts';
import { addLegalDocument, correctLegalDocument } from '../commands/office-papers/legal-documents.ts';
import { startOfficePaper } from '../commands/office-papers/start-office-paper.ts';
import { writeDraft } from '../commands/office-papers/write-draft.ts';
import { id } from '../contract/common.ts';
import * as legal from '../contract/legal-documents.ts';
import * as papers from '../contract/office-papers.ts';
import type { ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findLegalDocuments, getLegalDocument } from '../queries/legal-documents.ts';
import { findOfficePapers, getOfficePaper, getPaperVersion } from '../queries/office-papers.ts';

const tag = 'Office papers';
const params = z.strictObject({ id });
const ofList: ErrorCode[] = ['forbidden', 'legal_document_known', 'legal_document_dates_reversed'];

/** Papers that an organisation issues in the emulation year, and the legal documents that they cite. */
export const officePaperRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/legal-documents',
    tag,
    summary: 'Legal documents that papers cite, with their citations, the newest first',
    query: legal.legalDocumentQuery,
    answers: { 200: legal.legalDocumentList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findLegalDocuments(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/legal-documents',
    tag,
    summary: 'Add a legal document to the list',
    body: legal.addLegalDocumentRequest,
    answers: { 201: legal.legalDocument },
    errors: ofList,
    handle: async (context, { body }) => ({
      status: 201,
      body: await getLegalDocument(context, await addLegalDocument(context, body)),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/legal-documents/:id',
    tag,
    summary: 'Correct a legal document, or note the day from which it no longer is in force',
    params,
    body: legal.correctLegalDocumentRequest,
    answers: { 200: legal.legalDocument },
    errors: [...ofList, 'legal_document_not_found', 'version_conflict'],
    async handle(context, { params: { id: documentId }, body }) {
      await correctLegalDocument(context, { documentId, ...body });
      return { status: 200, body: await getLegalDocument(context, documentId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/office-papers',
    tag,
    summary: 'Papers the account may read, the newest first',
    query: papers.officePaperQuery,
    answers: { 200: papers.officePaperList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findOfficePapers(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/office-papers',
    tag,
    summary: 'Begin a plan, launching, review or regulation; its skeleton is filled in from the campaign',
    body: papers.createOfficePaperRequest,
    answers: { 201: papers.officePaperDetail },
    errors: [
      'forbidden',
      'unit_not_found',
      'unit_issues_no_papers',
      'unknown_campaign',
      'office_paper_campaign_unfit',
      'regulation_not_found',
      'regulation_ended',
    ],
    handle: async (context, { body }) => ({
      status: 201,
      body: await getOfficePaper(context, await createOfficePaper(context, body)),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/office-papers/:id',
    tag,
    summary: 'One paper: what it says, its versions, what units commented, its tasks',
    params,
    answers: { 200: papers.officePaperDetail },
    errors: ['office_paper_not_found'],
    handle: async (context, { params: { id: paperId } }) => ({
      status: 200,
      body: await getOfficePaper(context, paperId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/office-papers/:id/versions/:number',
    tag,
    summary: 'What a paper said in an earlier version',
    params: z.strictObject({ id, number: z.coerce.number().int().min(1).max(2_147_483_647) }),
    answers: { 200: papers.paperVersion },
    errors: ['office_paper_not_found'],
    handle: async (context, { params: { id: paperId, number } }) => ({
      status: 200,
      body: await getPaperVersion(context, paperId, number),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/office-papers/:id',
    tag,
    summary: 'Write what a paper says: one version more',
    params,
    body: papers.writeDraftRequest,
    answers: { 200: papers.officePaperDetail },
    errors: [
      'office_paper_not_found',
      'forbidden',
      'office_paper_not_writable',
      'version_conflict',
      'office_paper_invalid',
      'overlay_refused',
      'no_rule_set',
      'unit_not_found',
    ],
    async handle(context, { params: { id: paperId }, body }) {
      await writeDraft(context, { paperId, ...body });
      return { status: 200, body: await getOfficePaper(context, paperId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/office-papers/:id/start',
    tag,
    summary: 'Hand a draft on: ask units for comments, then finish, sign, number and issue it',
    params,
    body: papers.startOfficePaperRequest,
    answers: { 200: papers.officePaperDetail },
    errors: [
      'office_paper_not_found',
      'forbidden',
      'office_paper_started',
      'comments_due_missing',
      'plan_date_past',
      'unit_not_found',
      'process_not_deployed',
    ],
    async handle(context, { params: { id: paperId }, body }) {
      await startOfficePaper(context, { paperId, ...body });
      return { status: 200, body: await getOfficePaper(context, paperId) };
    },
  }),
];
