import { and, eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { hashOf } from '../../db/content-hash.ts';
import { officePapers, officePaperVersions } from '../../db/schema/index.ts';
import { renderHtml } from '../../templates/render.ts';
import { renderPdf } from '../pdf.ts';
import { storePdf } from '../store-pdf.ts';
import { officePaperContent } from './content.ts';
import { officePaperFacts } from './facts.ts';

/**
 * Prints the newest version of an office paper as it stands: with room for number and day until it has them. What is printed
 * already is not printed again, however often this runs.
 */
export async function printOfficePaper(
  { db }: { db: Database },
  { paperId }: { paperId: string },
): Promise<void> {
  const [paper] = await db.select().from(officePapers).where(eq(officePapers.id, paperId));
  if (!paper) throw new Error(`there is no office paper ${paperId}`);
  const content = officePaperContent(await officePaperFacts(db, paper));
  const printedHash = hashOf(JSON.parse(JSON.stringify(content)));
  const version = and(
    eq(officePaperVersions.paperId, paperId),
    eq(officePaperVersions.number, paper.version),
  );
  const [before] = await db.select().from(officePaperVersions).where(version);
  if (before?.printedHash === printedHash) return;
  const pdf = await renderPdf(renderHtml('documents/office-paper', content));
  await db.transaction(async (tx) => {
    const [current] = await tx.select().from(officePaperVersions).where(version).for('update');
    // Another worker was quicker.
    if (current?.printedHash === printedHash) return;
    const name =
      paper.symbol === null ? `${paper.code} lần ${paper.version}` : `${content.type} ${paper.symbol}`;
    const documentId = await storePdf(tx, { subjectId: paperId, kind: 'office_paper', name, pdf });
    await tx.update(officePaperVersions).set({ documentId, printedHash }).where(version);
  });
}
