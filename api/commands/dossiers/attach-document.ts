import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { documents, dossiers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { AttachmentKind } from '../../contract/documents.ts';
import { ApiError } from '../../errors.ts';
import { documentType } from '../../files/media-type.ts';
import { safeName } from '../../files/safe-name.ts';
import { keepsReferredDossier } from '../../policies/council-papers.ts';
import { type Dossier, isUnderWay, keepsDossier, visibleDossier } from '../../policies/dossiers.ts';
import { writeAudit } from '../audit.ts';

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
  if (content.length === 0) throw new ApiError('file_empty');
  const mediaType = documentType(content);
  if (!mediaType) throw new ApiError('file_type_not_allowed');
  const sha256 = createHash('sha256').update(content).digest('hex');
  return context.db.transaction(async (tx) => {
    const [locked] = await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)).for('share');
    if (!locked || locked.status !== dossier.status) throw new ApiError('version_conflict');
    const [document] = await tx
      .insert(documents)
      .values({
        subjectId: dossierId,
        kind,
        fileName: safeName(props.fileName),
        mediaType,
        size: content.length,
        sha256,
        content,
        uploadedBy: context.actor.accountId,
        createdAt: context.now,
      })
      .returning({ id: documents.id });
    if (!document) throw new Error('insert of a document returned no row');
    await writeAudit(tx, context, {
      action: 'document.attach',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { documentId: document.id, kind, sha256 },
    });
    return document.id;
  });
}

async function requireOpenFor({ db, actor }: CommandContext, dossier: Dossier): Promise<void> {
  const [clerk, secretary] = await Promise.all([
    keepsDossier(db, actor, dossier),
    keepsReferredDossier(db, actor, dossier.id),
  ]);
  if (!clerk && !secretary) throw new ApiError('forbidden');
  const { status } = dossier;
  const openForClerk = status === 'draft' || status === 'returned';
  if (!(clerk && openForClerk) && !(secretary && isUnderWay(dossier)))
    throw new ApiError('dossier_closed_to_documents');
}
