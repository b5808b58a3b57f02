import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { documents, papers } from '../db/schema/index.ts';
import { renderHtml } from '../templates/render.ts';
import { decisionContent } from './decision/content.ts';
import { decisionFacts, numberedDecision } from './decision/facts.ts';
import { renderPdf } from './pdf.ts';

/**
 * Prints the numbered decision of a dossier as PDF, stores it and names it in the paper with the hash of what it says.
 * What is already printed is not printed again: the same content, or an issued paper, gives the document that stands.
 * @throws NothingToPrintError when the dossier has no numbered decision or awards nobody
 */
export async function renderDecision(
  { db }: { db: Database },
  { dossierId }: { dossierId: string },
): Promise<{ documentId: string }> {
  const paper = await numberedDecision(db, dossierId);
  const content = decisionContent(await decisionFacts(db, paper));
  const inputHash = sha256(JSON.stringify(content));
  if (paper.documentId !== null && (paper.status === 'issued' || paper.inputHash === inputHash))
    return { documentId: paper.documentId };

  const pdf = await renderPdf(renderHtml('documents/decision', content));
  return db.transaction(async (tx) => {
    const [current] = await tx.select().from(papers).where(eq(papers.id, paper.id)).for('update');
    if (current?.documentId && (current.status === 'issued' || current.inputHash === inputHash))
      return { documentId: current.documentId };
    const [document] = await tx
      .insert(documents)
      .values({
        dossierId,
        kind: 'decision',
        fileName: fileName(content.symbol),
        mediaType: 'application/pdf',
        size: pdf.length,
        sha256: sha256(pdf),
        content: pdf,
      })
      .returning({ id: documents.id });
    if (!document) throw new Error('insert of a document returned no row');
    await tx.update(papers).set({ documentId: document.id, inputHash }).where(eq(papers.id, paper.id));
    return { documentId: document.id };
  });
}

/** `Quyet-dinh-15-QD-TTg.pdf` for `15/QĐ-TTg`: a name that every system can store. */
function fileName(symbol: string): string {
  const plain = symbol.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
  return `Quyet-dinh-${plain.replace(/[^A-Za-z0-9]+/g, '-')}.pdf`;
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
