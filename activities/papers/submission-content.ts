import { placeAndDate, printedDate } from '../../domain/numbering.ts';
import {
  capitals,
  countOf,
  type DecisionFacts,
  type Nominee,
  nomineeList,
  periodOf,
} from './decision-content.ts';
import { headOf, type Office, seatOf, signatureLines } from './offices.ts';

/** What was found about a nominee before it was submitted. */
export interface Findings {
  /** Votes in favour over the denominator, of the last ballot at the submitting level; null where no council voted. */
  vote: { inFavour: number; total: number } | null;
  /** Why the head decided otherwise than the council advised; null where they agree. */
  overruled: string | null;
}

/** Everything a submission says, as the database has it. */
export interface SubmissionFacts
  extends Pick<
    DecisionFacts,
    | 'symbol'
    | 'issuedOn'
    | 'issuer'
    | 'superior'
    | 'signer'
    | 'subject'
    | 'legalBases'
    | 'periodFrom'
    | 'periodTo'
    | 'severalUnits'
  > {
  recipient: Office;
  nominees: (Nominee & Findings)[];
  /** Codes of its dossiers. */
  dossiers: string[];
}

/**
 * Words a submission (tờ trình, Decree 30/2020/NĐ-CP Annex III, form 1.4), with the list of nominees and what was found about each
 * annexed. What it gives is what the template `documents/submission` shows.
 */
export function submissionContent(facts: SubmissionFacts) {
  const act = facts.subject.replace(/^Về việc /u, '');
  const addressee = headOf(facts.recipient);
  const { nominees } = facts;
  const list = nomineeList(facts, `đề nghị ${act}`);
  return {
    symbol: facts.symbol,
    issuedOn: printedDate(facts.issuedOn),
    placeAndDate: placeAndDate(seatOf(facts.issuer), facts.issuedOn),
    issuer: { name: capitals(facts.issuer.name), superior: facts.superior && capitals(facts.superior.name) },
    issuerInText: headOf(facts.issuer),
    subject: `Về việc đề nghị ${act}`,
    addressee,
    bases: facts.legalBases.map(
      (text, index) => `Căn cứ ${text}${index === facts.legalBases.length - 1 ? '.' : ';'}`,
    ),
    paragraphs: [
      `${facts.issuer.name} kính trình ${addressee} xem xét, ${act} cho ${countOf(nominees)} có tên trong danh sách kèm theo, đã có thành tích ${periodOf(facts)}.`,
      ...(nominees.some(({ vote }) => vote)
        ? [
            'Các trường hợp trên đã được Hội đồng xét; kết quả biểu quyết ghi ở từng trường hợp trong danh sách.',
          ]
        : []),
      ...(nominees.some(({ overruled }) => overruled)
        ? [
            'Những trường hợp người đứng đầu quyết định khác ý kiến Hội đồng được ghi rõ kèm lý do (Luật số 06/2022/QH15, Điều 90: hội đồng là cơ quan tư vấn).',
          ]
        : []),
      `Hồ sơ kèm theo Tờ trình: ${facts.dossiers.join(', ')}.`,
      `Kính đề nghị ${addressee} xem xét./.`,
    ],
    recipients: ['Như trên;', 'Lưu: VT, TĐKT.'],
    signer: {
      authority: signatureLines(facts.issuer, facts.signer.title, facts.signer.substitutes).map(capitals),
      name: facts.signer.name,
    },
    appendix: {
      ...list,
      paper: 'Tờ trình',
      findingColumn: nominees.some((nominee) => finding(nominee) !== '') ? 'Kết quả xét' : null,
      rows: list.rows.map((row, index) => ({ ...row, finding: finding(nominees[index]) })),
    },
  };
}

/** `Hội đồng: 12/13 phiếu tán thành. Người đứng đầu quyết định khác: …` */
function finding(nominee: Findings | undefined): string {
  if (!nominee) return '';
  const { vote, overruled } = nominee;
  return [
    ...(vote ? [`Hội đồng: ${vote.inFavour}/${vote.total} phiếu tán thành.`] : []),
    ...(overruled === null ? [] : [`Người đứng đầu quyết định khác: ${overruled}`]),
  ].join(' ');
}
