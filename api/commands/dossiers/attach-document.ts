import { eq } from 'drizzle-orm';
import { dossiers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { AttachmentKind } from '../../contract/documents.ts';
import { ApiError } from '../../errors.ts';
import { keepsReferred } from '../../policies/council-papers.ts';
import { type Dossier, isUnderWay, keepsDossier, visibleDossier } from '../../policies/dossiers.ts';
import { acceptedType, storeDocument } from '../documents/store-document.ts';

export interface AttachDocumentProps {
  dossierId: string;
  kind: AttachmentKind;
  fileName: string;
  content: Buffer;
}

/**
 * Attaches a paper to a dossier; returns the document's id. The clerk attaches while the dossier is a draft or returned
 * for supplement; the secretary of a council that considers it, while it is under way.
 * @throws ApiError dossier_not_found, forbidden, dossier_closed_to_documents, file_empty, file_type_not_allowed
 */
export async function attachDocument(context: CommandContext, props: AttachDocumentProps): Promise<string> {
  const { dossierId, kind, content } = props;
  const dossier = await visibleDossier(context, dossierId);
  await requireOpenFor(context, dossier);
  const mediaType = acceptedType(content);
  return context.db.transaction(async (tx) => {
    const [locked] = await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)).for('share');
    if (!locked || locked.status !== dossier.status) throw new ApiError('version_conflict');
    const { fileName } = props;
    return storeDocument(
      tx,
      context,
      { kind: 'dossier', id: dossierId },
      { kind, fileName, content, mediaType },
    );
  });
}

async function requireOpenFor({ db, actor }: CommandContext, dossier: Dossier): Promise<void> {
  const [clerk, secretary] = await Promise.all([
    keepsDossier(db, actor, dossier),
    keepsReferred(db, actor, dossier.id),
  ]);
  if (!clerk && !secretary) throw new ApiError('forbidden');
  const { status } = dossier;
  const openForClerk = status === 'draft' || status === 'returned';
  if (!(clerk && openForClerk) && !(secretary && isUnderWay(dossier)))
    throw new ApiError('dossier_closed_to_documents');
}
