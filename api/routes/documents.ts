import { z } from 'zod';
import { attachDocument } from '../commands/dossiers/attach-document.ts';
import { id } from '../contract/common.ts';
import { attachmentKind, documentInfo } from '../contract/documents.ts';
import { ApiError } from '../errors.ts';
import { documentTypes, isShownInline } from '../files/media-type.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { getDocument, getDocumentContent } from '../queries/documents.ts';

const tag = 'Documents';
const params = z.strictObject({ id });
const maxDocumentBytes = 20 * 1024 * 1024;

/** Documents of a dossier. */
export const documentRoutes: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/api/dossiers/:id/documents',
    tag,
    summary: 'Attach a document to a dossier',
    params,
    upload: { maxBytes: maxDocumentBytes },
    body: z.strictObject({ kind: attachmentKind }),
    answers: { 201: documentInfo },
    errors: [
      'dossier_not_found',
      'forbidden',
      'dossier_closed_to_documents',
      'file_empty',
      'file_type_not_allowed',
      'version_conflict',
    ],
    async handle(context, { params: { id: dossierId }, body: { kind }, file }) {
      if (!file) throw new ApiError('file_missing');
      const documentId = await attachDocument(context, { dossierId, kind, ...file });
      return { status: 201, body: await getDocument(context, documentId) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/documents/:id',
    tag,
    summary: 'What is known of a document',
    params,
    answers: { 200: documentInfo },
    errors: ['document_not_found'],
    handle: async (context, { params: { id: documentId } }) => ({
      status: 200,
      body: await getDocument(context, documentId),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/documents/:id/content',
    tag,
    summary: 'The document itself; PDF and pictures are shown in the page',
    params,
    answers: { 200: { files: [...documentTypes] } },
    errors: ['document_not_found', 'declaration_missing'],
    async handle(context, { params: { id: documentId } }) {
      const { fileName, mediaType, content } = await getDocumentContent(context, documentId);
      return { status: 200, file: { fileName, mediaType, content, inline: isShownInline(mediaType) } };
    },
  }),
];
