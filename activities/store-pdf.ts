import { createHash } from 'node:crypto';
import type { Executor } from '../db/client.ts';
import { documents } from '../db/schema/index.ts';

/** A printed paper. */
export interface PrintedPaper {
  /** The dossier or other subject it belongs to; null for a paper over many. */
  subjectId: string | null;
  kind: string;
  /** Words of the file's name, without extension; marks and signs come off. */
  name: string;
  pdf: Buffer;
}

/** Stores a printed paper; answers the id of its document. */
export async function storePdf(tx: Executor, { subjectId, kind, name, pdf }: PrintedPaper): Promise<string> {
  const [document] = await tx
    .insert(documents)
    .values({
      subjectId,
      kind,
      fileName: `${plain(name)}.pdf`,
      mediaType: 'application/pdf',
      size: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      content: pdf,
    })
    .returning({ id: documents.id });
  if (!document) throw new Error('insert of a document returned no row');
  return document.id;
}

/** `Quyet-dinh-15-QD-TTg` for `Quyết định 15/QĐ-TTg`: a name that every system can store. */
function plain(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
  return letters.replace(/[^A-Za-z0-9]+/g, '-');
}
