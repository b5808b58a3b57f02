import { and, eq } from 'drizzle-orm';
import { legalDocuments } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { AddLegalDocumentRequest, CorrectLegalDocumentRequest } from '../../contract/legal-documents.ts';
import { ApiError } from '../../errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { keepsLegalDocuments } from '../../policies/office-papers.ts';
import { writeAudit } from '../audit.ts';

/**
 * Adds a legal document to the list that papers cite from. Returns its id.
 * @throws ApiError forbidden, legal_document_known, legal_document_dates_reversed
 */
export async function addLegalDocument(
  context: CommandContext,
  props: AddLegalDocumentRequest,
): Promise<string> {
  const { db, actor, now } = context;
  requireKeeper(context, props);
  return refuseKnown(() =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .insert(legalDocuments)
        .values({ ...props, createdBy: actor.accountId, createdAt: now })
        .returning({ id: legalDocuments.id });
      if (!row) throw new Error('insert of a legal document returned no row');
      await writeAudit(tx, context, {
        action: 'legal_document.add',
        subjectKind: 'legal_document',
        subjectId: row.id,
        details: props,
      });
      return row.id;
    }),
  );
}

/**
 * Corrects a legal document, or notes the day from which it no longer is in force. Papers that were printed stay as they are.
 * @throws ApiError forbidden, legal_document_not_found, version_conflict, legal_document_known, legal_document_dates_reversed
 */
export async function correctLegalDocument(
  context: CommandContext,
  { documentId, version, ...props }: CorrectLegalDocumentRequest & { documentId: string },
): Promise<void> {
  requireKeeper(context, props);
  await refuseKnown(() =>
    context.db.transaction(async (tx) => {
      const [before] = await tx
        .select()
        .from(legalDocuments)
        .where(eq(legalDocuments.id, documentId))
        .for('update');
      if (!before) throw new ApiError('legal_document_not_found');
      if (before.version !== version) throw new ApiError('version_conflict');
      await tx
        .update(legalDocuments)
        .set({ ...props, version: version + 1 })
        .where(and(eq(legalDocuments.id, documentId)));
      await writeAudit(tx, context, {
        action: 'legal_document.correct',
        subjectKind: 'legal_document',
        subjectId: documentId,
        details: props,
      });
    }),
  );
}

function requireKeeper({ actor }: CommandContext, { issuedOn, repealedOn }: AddLegalDocumentRequest): void {
  if (!keepsLegalDocuments(actor)) throw new ApiError('forbidden');
  if (repealedOn !== null && repealedOn <= issuedOn) throw new ApiError('legal_document_dates_reversed');
}

async function refuseKnown<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (violatedIndex(error) === 'legal_documents_once') throw new ApiError('legal_document_known');
    throw error;
  }
}
