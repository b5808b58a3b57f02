import { createHash } from 'node:crypto';
import type { Executor } from '../../../db/client.ts';
import { documents } from '../../../db/schema/index.ts';
import type { SubjectKind } from '../../../domain/subjects.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { documentType } from '../../files/media-type.ts';
import { safeName } from '../../files/safe-name.ts';
import { writeAudit } from '../audit.ts';

/** A file that a person attaches. */
export interface AttachedFile {
  kind: string;
  fileName: string;
  content: Buffer;
}

/** The media type of a file by its content. @throws ApiError file_empty, file_type_not_allowed */
export function acceptedType(content: Buffer): string {
  if (content.length === 0) throw new ApiError('file_empty');
  const mediaType = documentType(content);
  if (!mediaType) throw new ApiError('file_type_not_allowed');
  return mediaType;
}

/**
 * Stores a file, of a subject or (null) of what names it itself; answers its id and SHA-256. Whoever calls has checked who may, and
 * writes the audit row.
 */
export async function insertDocument(
  tx: Executor,
  context: CommandContext,
  subjectId: string | null,
  { kind, fileName, content, mediaType }: AttachedFile & { mediaType: string },
): Promise<{ documentId: string; sha256: string }> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const [document] = await tx
    .insert(documents)
    .values({
      subjectId,
      kind,
      fileName: safeName(fileName),
      mediaType,
      size: content.length,
      sha256,
      content,
      uploadedBy: context.actor.accountId,
      createdAt: context.now,
    })
    .returning({ id: documents.id });
  if (!document) throw new Error('insert of a document returned no row');
  return { documentId: document.id, sha256 };
}

/** Stores a file as a paper of a subject, with its audit row; answers its id. Whoever calls has checked who may. */
export async function storeDocument(
  tx: Executor,
  context: CommandContext,
  subject: { kind: SubjectKind; id: string },
  file: AttachedFile & { mediaType: string },
): Promise<string> {
  const { documentId, sha256 } = await insertDocument(tx, context, subject.id, file);
  await writeAudit(tx, context, {
    action: 'document.attach',
    subjectKind: subject.kind,
    subjectId: subject.id,
    details: { documentId, kind: file.kind, sha256 },
  });
  return documentId;
}
