import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { publicPostings } from '../db/schema/index.ts';
import { renderHtml } from '../templates/render.ts';
import { renderPdf } from './pdf.ts';
import { summaryContent, summaryFacts } from './posting-summary.ts';
import { storePdf } from './store-pdf.ts';

/**
 * Prints the summary of the comments on an ended posting and attaches it to the dossier, once.
 * @throws NothingToSummariseError when the posting has not ended or nobody has concluded on it
 */
export async function renderPostingSummary(
  { db }: { db: Database },
  { instanceId }: { instanceId: string },
): Promise<{ documentId: string }> {
  const facts = await summaryFacts(db, instanceId);
  const { id, dossierId, summaryId } = facts.posting;
  if (summaryId !== null) return { documentId: summaryId };
  const pdf = await renderPdf(renderHtml('documents/posting-summary', summaryContent(facts)));
  return db.transaction(async (tx) => {
    const [current] = await tx.select().from(publicPostings).where(eq(publicPostings.id, id)).for('update');
    if (current?.summaryId) return { documentId: current.summaryId };
    const name = `Tong-hop-gop-y-${facts.dossier.code}`;
    const documentId = await storePdf(tx, { subjectId: dossierId, kind: 'posting_summary', name, pdf });
    await tx.update(publicPostings).set({ summaryId: documentId }).where(eq(publicPostings.id, id));
    return { documentId };
  });
}
