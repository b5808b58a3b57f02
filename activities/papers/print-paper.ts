import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database, Executor } from '../../db/client.ts';
import { isNumberedDecisionOn } from '../../db/papers/entries.ts';
import { papers } from '../../db/schema/index.ts';
import type { PaperKind } from '../../domain/dossier-papers.ts';
import { renderHtml } from '../../templates/render.ts';
import { recognitionContent } from '../initiative/recognition-content.ts';
import { recognitionFacts } from '../initiative/recognition-facts.ts';
import { renderPdf } from '../pdf.ts';
import { storePdf } from '../store-pdf.ts';
import { decisionContent } from './decision-content.ts';
import { decisionFacts, NothingToPrintError, type Paper, submissionFacts } from './facts.ts';
import { submissionContent } from './submission-content.ts';

/** How a paper of a kind is worded and named; its template bears the name of the kind. */
const printing: Record<
  PaperKind,
  { name: string; content: (db: Executor, paper: Paper) => Promise<{ symbol: string }> }
> = {
  decision: {
    name: 'Quyết định',
    content: async (db, paper) => {
      const recognition = await recognitionFacts(db, paper);
      return recognition ? recognitionContent(recognition) : decisionContent(await decisionFacts(db, paper));
    },
  },
  submission: {
    name: 'Tờ trình',
    content: async (db, paper) => submissionContent(await submissionFacts(db, paper)),
  },
};

/**
 * Prints a numbered paper as PDF, stores it and names it in the paper with the hash of what it says. What is already printed is not
 * printed again: the same content, or an issued paper, gives the document that stands.
 * @throws NothingToPrintError when the paper has no number or names nobody
 */
export async function printPaper(
  { db }: { db: Database },
  { paperId }: { paperId: string },
): Promise<{ documentId: string }> {
  const [paper] = await db.select().from(papers).where(eq(papers.id, paperId));
  if (!paper) throw new NothingToPrintError(`there is no paper ${paperId}`);
  const { name, content: wordsOf } = printing[paper.kind];
  const content = await wordsOf(db, paper);
  const inputHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  if (paper.documentId !== null && (paper.status === 'issued' || paper.inputHash === inputHash))
    return { documentId: paper.documentId };

  const pdf = await renderPdf(renderHtml(`documents/${paper.kind}`, content));
  return db.transaction(async (tx) => {
    const [current] = await tx.select().from(papers).where(eq(papers.id, paperId)).for('update');
    if (current?.documentId && (current.status === 'issued' || current.inputHash === inputHash))
      return { documentId: current.documentId };
    const documentId = await storePdf(tx, {
      subjectId: paper.subjectId,
      kind: paper.kind,
      name: `${name} ${content.symbol}`,
      pdf,
    });
    await tx.update(papers).set({ documentId, inputHash }).where(eq(papers.id, paperId));
    return { documentId };
  });
}

/**
 * Prints the numbered decision on a dossier, for definitions older than shared papers.
 * @throws NothingToPrintError
 */
export async function printDecisionOn(
  { db }: { db: Database },
  { dossierId }: { dossierId: string },
): Promise<{ documentId: string }> {
  const [paper] = await db.select({ id: papers.id }).from(papers).where(isNumberedDecisionOn(db, dossierId));
  if (!paper) throw new NothingToPrintError(`dossier ${dossierId} has no numbered decision`);
  return printPaper({ db }, { paperId: paper.id });
}
