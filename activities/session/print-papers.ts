import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { hashOf } from '../../db/content-hash.ts';
import { documents, sessionPapers } from '../../db/schema/index.ts';
import type { Json } from '../../engine/types.ts';
import { renderHtml } from '../../templates/render.ts';
import { renderPdf } from '../pdf.ts';
import type { SessionPaperKind } from './papers.ts';
import { printedSigning, signaturesOf } from './signatures.ts';

type Paper = typeof sessionPapers.$inferSelect;

/** Template, file name and document kind of a paper; an extract is the council's minutes in its dossier or other subject. */
const printing: Record<SessionPaperKind, { template: string; fileName: string; documentKind: string }> = {
  invitation: {
    template: 'session-invitation',
    fileName: 'Giay-moi',
    documentKind: 'session_invitation',
  },
  circulation_letter: {
    template: 'circulation-letter',
    fileName: 'Cong-van-lay-y-kien',
    documentKind: 'circulation_letter',
  },
  minutes: { template: 'session-minutes', fileName: 'Bien-ban', documentKind: 'session_minutes' },
  ballot_record: {
    template: 'ballot-record',
    fileName: 'Bien-ban-kiem-phieu',
    documentKind: 'ballot_record',
  },
  extract: { template: 'minutes-extract', fileName: 'Trich-bien-ban', documentKind: 'minutes' },
};

/**
 * Prints every paper of a session whose document does not show what it says now with the signatures that hold: each once,
 * however often this runs. An extract goes to its subject.
 */
export async function printSessionPapers(
  { db }: { db: Database },
  { sessionId }: { sessionId: string },
): Promise<void> {
  const papers = await db
    .select()
    .from(sessionPapers)
    .where(eq(sessionPapers.sessionId, sessionId))
    .orderBy(asc(sessionPapers.number));
  const minutes = papers.find(({ kind }) => kind === 'minutes');
  for (const paper of papers) await printOne(db, paper, minutes);
}

async function printOne(db: Database, paper: Paper, minutes: Paper | undefined): Promise<void> {
  const shown = await shownOf(db, paper, minutes);
  const printedHash = hashOf(shown);
  if (paper.printedHash === printedHash) return;
  const { template, fileName, documentKind } = printing[paper.kind];
  const pdf = await renderPdf(renderHtml(`documents/${template}`, shown));
  await db.transaction(async (tx) => {
    const [current] = await tx
      .select()
      .from(sessionPapers)
      .where(eq(sessionPapers.id, paper.id))
      .for('update');
    // Another worker was quicker, or the paper says something else by now, which a later run prints.
    if (current?.printedHash === printedHash || current?.contentHash !== paper.contentHash) return;
    const [document] = await tx
      .insert(documents)
      .values({
        subjectId: paper.subjectId,
        kind: documentKind,
        fileName: `${fileName}-${plainSymbol(paper.symbol)}.pdf`,
        mediaType: 'application/pdf',
        size: pdf.length,
        sha256: createHash('sha256').update(pdf).digest('hex'),
        content: pdf,
      })
      .returning({ id: documents.id });
    if (!document) throw new Error('insert of a document returned no row');
    await tx
      .update(sessionPapers)
      .set({ documentId: document.id, printedHash })
      .where(eq(sessionPapers.id, paper.id));
  });
}

/** What a paper shows: its content and the signatures under it. An extract shows those of the minutes. */
async function shownOf(
  db: Database,
  paper: Paper,
  minutes: Paper | undefined,
): Promise<{ [field: string]: Json }> {
  const signed = paper.kind === 'extract' ? minutes : paper;
  const signatures = signed ? await signaturesOf(db, signed.id) : [];
  const by = (capacity: 'secretary' | 'chair') => {
    const signature = signatures.find((each) => each.capacity === capacity);
    return signature ? { name: signature.name, ...printedSigning(signature) } : null;
  };
  return { ...paper.content, signatures: { secretary: by('secretary'), chair: by('chair') } };
}

/** `01-BB-HDTDKT` for `01/BB-HĐTĐKT`: a name that every system can store. */
function plainSymbol(symbol: string): string {
  const plain = symbol.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
  return plain.replace(/[^A-Za-z0-9]+/g, '-');
}
