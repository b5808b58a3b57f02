import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { papers } from '../db/schema/index.ts';
import { renderHtml } from '../templates/render.ts';
import { decisionContent } from './decision/content.ts';
import { decisionFacts, numberedDecision } from './decision/facts.ts';
import { renderPdf } from './pdf.ts';
import { storePdf } from './store-pdf.ts';

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
  const inputHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  if (paper.documentId !== null && (paper.status === 'issued' || paper.inputHash === inputHash))
    return { documentId: paper.documentId };

  const pdf = await renderPdf(renderHtml('documents/decision', content));
  return db.transaction(async (tx) => {
    const [current] = await tx.select().from(papers).where(eq(papers.id, paper.id)).for('update');
    if (current?.documentId && (current.status === 'issued' || current.inputHash === inputHash))
      return { documentId: current.documentId };
    const name = `Quyết định ${content.symbol}`;
    const documentId = await storePdf(tx, { subjectId: dossierId, kind: 'decision', name, pdf });
    await tx.update(papers).set({ documentId, inputHash }).where(eq(papers.id, paper.id));
    return { documentId };
  });
}
