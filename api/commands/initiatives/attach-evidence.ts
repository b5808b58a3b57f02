import type { CommandContext } from '../../context.ts';
import type { InitiativeAttachmentKind } from '../../contract/initiatives.ts';
import { ApiError } from '../../errors.ts';
import { keepsReferred } from '../../policies/council-papers.ts';
import { isUnderWay, keepsApplication, visibleApplication } from '../../policies/initiatives.ts';
import { acceptedType, storeDocument } from '../documents/store-document.ts';
import { lockApplication } from './lock-application.ts';

export interface AttachEvidenceProps {
  applicationId: string;
  kind: InitiativeAttachmentKind;
  fileName: string;
  content: Buffer;
}

/**
 * Attaches a paper to an application; returns the document's id. Those who keep it attach while it is a draft or returned; the
 * secretary of a council that considers it, while it is under way.
 * @throws ApiError initiative_not_found, forbidden, initiative_closed_to_documents, file_empty, file_type_not_allowed,
 *   version_conflict
 */
export async function attachEvidence(context: CommandContext, props: AttachEvidenceProps): Promise<string> {
  const { applicationId, ...file } = props;
  const { db, actor } = context;
  const application = await visibleApplication(context, applicationId);
  const keeps = await keepsApplication(context, application);
  const secretary = await keepsReferred(db, actor, applicationId);
  if (!keeps && !secretary) throw new ApiError('forbidden');
  const { status } = application;
  const open =
    (keeps && (status === 'draft' || status === 'returned')) || (secretary && isUnderWay(application));
  if (!open) throw new ApiError('initiative_closed_to_documents');
  const mediaType = acceptedType(file.content);
  return db.transaction(async (tx) => {
    await lockApplication(tx, applicationId, [status], 'version_conflict');
    return storeDocument(tx, context, { kind: 'initiative', id: applicationId }, { ...file, mediaType });
  });
}
