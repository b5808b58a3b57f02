import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { hashOf } from '../../db/content-hash.ts';
import { type councils, sessionPapers } from '../../db/schema/index.ts';
import { letterSymbol, paperSymbol } from '../../domain/numbering.ts';
import type { Json } from '../../engine/types.ts';
import { takeNumbers } from '../take-number.ts';

/** A paper's number and date, as it prints them. */
export interface Numbered {
  /** Full symbol, e.g. `01/BB-HĐTĐKT`. */
  symbol: string;
  /** `YYYY-MM-DD` */
  issuedOn: string;
}

type PaperRow = typeof sessionPapers.$inferSelect;
export type SessionPaperKind = PaperRow['kind'];

/** A letter names what it deals with where it names no drafting unit (Decree 30/2020/NĐ-CP Annex I): emulation and commendation. */
const field = 'TĐKT';

interface Numbering {
  /** Its numbers run together with those of the other papers of the type. */
  series: string;
  symbol: (number: number, issuer: string) => string;
}
const typed = (type: string): Numbering => ({
  series: type,
  symbol: (number, issuer) => paperSymbol({ number, type, issuer }),
});
/** By the type abbreviations of Decree 30/2020/NĐ-CP Annex III: the record of a count is minutes, an extract a copy of a part. */
const numbering: Record<SessionPaperKind, Numbering> = {
  invitation: typed('GM'),
  circulation_letter: {
    series: 'CV',
    symbol: (number, issuer) => letterSymbol({ number, issuer, drafter: field }),
  },
  minutes: typed('BB'),
  ballot_record: typed('BB'),
  extract: typed('TrS'),
};

export interface PaperPlace {
  sessionId: string;
  kind: SessionPaperKind;
  subjectId?: string;
  edition?: number;
}

/**
 * Makes a paper with the next number of the council's series; one that is there already keeps its number and date and gets new
 * content, under which earlier signatures no longer hold.
 * @param compose words the content once number and date are known
 */
export async function draftPaper(
  tx: Executor,
  council: typeof councils.$inferSelect,
  { sessionId, kind, subjectId, edition = 1 }: PaperPlace,
  today: string,
  compose: (numbered: Numbered) => object,
): Promise<Numbered> {
  const [known] = await tx
    .select()
    .from(sessionPapers)
    .where(
      and(
        eq(sessionPapers.sessionId, sessionId),
        eq(sessionPapers.kind, kind),
        subjectId === undefined ? isNull(sessionPapers.subjectId) : eq(sessionPapers.subjectId, subjectId),
        eq(sessionPapers.edition, edition),
      ),
    );
  if (known) {
    const content = plain(compose(known));
    await tx
      .update(sessionPapers)
      .set({ content, contentHash: hashOf(content) })
      .where(eq(sessionPapers.id, known.id));
    return known;
  }
  const { series, symbol } = numbering[kind];
  const { unitId, id: councilId, paperSymbol: issuer } = council;
  const { seriesId, first } = await takeNumbers(tx, { unitId, councilId, paperType: series, date: today });
  const numbered = { symbol: symbol(first, issuer), issuedOn: today };
  const content = plain(compose(numbered));
  await tx.insert(sessionPapers).values({
    sessionId,
    kind,
    subjectId: subjectId ?? null,
    edition,
    seriesId,
    number: first,
    ...numbered,
    content,
    contentHash: hashOf(content),
  });
  return numbered;
}

/** As JSON keeps it: what is hashed is what is stored. */
const plain = (content: object): { [field: string]: Json } => JSON.parse(JSON.stringify(content));
