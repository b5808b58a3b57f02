import { openSymbol, placeAndDate, placeAndMonth, printedDate } from '../../domain/numbering.ts';
import { type CitedDocument, citation, uncapitalised } from '../../domain/papers/citation.ts';
import { type BasisLead, basisWords, type PaperDraft, printedRecipient } from '../../domain/papers/draft.ts';
import { type OfficePaperKind, paperForms } from '../../domain/papers/forms.ts';
import { closed, numbered, withClosingMark } from '../../domain/papers/outline.ts';
import { headOf, type Office, seatOf, signatureLines } from '../papers/offices.ts';

/** Everything an office paper shows, as the database has it. */
export interface OfficePaperFacts {
  kind: OfficePaperKind;
  draft: PaperDraft;
  bases: { lead: BasisLead; document: CitedDocument }[];
  issuer: Office;
  /** Unit above the issuer that the letterhead names. */
  superior: Office | null;
  /** Who signed, or will sign as things stand; null where nobody holds the office. */
  signer: { name: string; title: string | null; substitutes: boolean } | null;
  /** Number and day; null until the paper is issued. */
  numbered: { symbol: string; issuedOn: string } | null;
  /** First day of a regulation or repeal. */
  effectiveFrom: string | null;
  /** Regulation that is replaced or repealed. */
  replaces: CitedDocument | null;
}

/**
 * Words an administrative paper (Decree 30/2020/NĐ-CP Annex III, forms 1.2 and 1.4; the plan as source 003 lays it out). What it
 * gives is what the template `documents/office-paper` shows.
 */
export function officePaperContent(facts: OfficePaperFacts) {
  const { kind, draft, issuer, superior, signer } = facts;
  const form = paperForms[kind];
  const issuing = headOf(issuer);
  return {
    symbol: facts.numbered?.symbol ?? openSymbol({ type: form.type, issuer: issuer.paperSymbol ?? '' }),
    placeAndDate: facts.numbered
      ? placeAndDate(seatOf(issuer), facts.numbered.issuedOn)
      : placeAndMonth(seatOf(issuer), draft.plannedFor),
    issuer: { name: capitals(issuer.name), superior: superior && capitals(superior.name) },
    type: form.name,
    subject: subjectOf(facts),
    /** Of a decision: who decides, above its legal bases. */
    authority: form.isDecision ? capitals(issuing) : null,
    bases: basesOf(facts),
    opening: draft.opening,
    lines: form.isDecision ? articlesOf(facts) : numbered(closed(draft.lines)),
    recipients: [
      ...(form.isDecision ? [`Như Điều ${articlesOf(facts).length};`] : []),
      ...draft.recipients.map(printedRecipient),
      `Lưu: ${draft.filing}.`,
    ],
    signer: {
      authority: signingLines(facts).map(capitals),
      name: signer?.name ?? '',
    },
    /** What a decision puts in force, attached to it. */
    attached:
      kind === 'regulation'
        ? {
            type: 'QUY CHẾ',
            title: draft.title,
            guide: `(Ban hành kèm theo Quyết định số ${attachedTo(facts)} của ${issuing})`,
            lines: numbered(closed(draft.lines)),
          }
        : null,
  };
}

function subjectOf({ kind, draft }: OfficePaperFacts): string {
  const title = uncapitalised(draft.title);
  if (kind === 'regulation') return `Về việc ban hành Quy chế ${title}`;
  return kind === 'repeal' ? `Về việc ${title}` : draft.title;
}

/** Each basis on its own line ends with `;`, the last with a full stop. */
function basesOf({ bases }: OfficePaperFacts): string[] {
  return bases.map(({ lead, document }, i) => {
    const mark = i === bases.length - 1 ? '.' : ';';
    return `${basisWords[lead]} ${citation(document)}${mark}`;
  });
}

/** What a decision on a regulation says: it puts it in force, in whose place, or takes it away; from when; who carries it out. */
function articlesOf(facts: OfficePaperFacts) {
  const { kind, draft, issuer, effectiveFrom, replaces } = facts;
  const cited = replaces && citation({ ...replaces, issuer: headOf(issuer) });
  const from = `Quyết định này có hiệu lực kể từ ${effectiveFrom === null ? 'ngày ký ban hành' : printedDate(effectiveFrom)}`;
  const texts =
    kind === 'repeal'
      ? [`Bãi bỏ ${cited}.`, `${from}.`]
      : [
          `Ban hành kèm theo Quyết định này Quy chế ${uncapitalised(draft.title)}.`,
          `${from}${cited === null ? '' : ` và thay thế ${cited}`}.`,
        ];
  texts.push(withClosingMark(`${draft.executors} chịu trách nhiệm thi hành Quyết định này`));
  return numbered(texts.map((text) => ({ kind: 'article' as const, text })));
}

/** `12/QĐ-TCTK ngày 05 tháng 02 năm 2027`, with room for what is not known yet. */
function attachedTo({ numbered: known, issuer, draft }: OfficePaperFacts): string {
  if (known) return `${known.symbol} ${printedDate(known.issuedOn)}`;
  const symbol = openSymbol({ type: 'QĐ', issuer: issuer.paperSymbol ?? '' });
  return `${symbol} ${placeAndMonth('', draft.plannedFor).replace(/^, /u, '')}`;
}

/** In a collective's name `TM.` stands above the office; otherwise the office, or who signs for it. */
function signingLines({ draft, issuer, signer }: OfficePaperFacts): string[] {
  const lines = signatureLines(issuer, signer?.title ?? null, signer?.substitutes);
  return draft.onBehalfOf === null ? lines : [`TM. ${draft.onBehalfOf}`, ...lines];
}

const capitals = (text: string): string => text.toLocaleUpperCase('vi');
