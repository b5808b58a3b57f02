import { overlayStart } from '../law/overlay.ts';
import type { OutlineLine } from './outline.ts';

/** Why somebody gets a copy (nơi nhận), as source 003 prints it in brackets. */
export const recipientPurposes = ['report', 'carry_out', 'coordinate', 'inform', 'none'] as const;
export type RecipientPurpose = (typeof recipientPurposes)[number];

const purposeWords: Record<RecipientPurpose, string> = {
  report: ' (báo cáo)',
  carry_out: ' (t/hiện)',
  coordinate: ' (p/hợp)',
  inform: ' (để biết)',
  none: '',
};

export interface Recipient {
  name: string;
  /** Unit of the organisation whose people are told when the paper is issued; null for anybody else. */
  unitId: string | null;
  purpose: RecipientPurpose;
}

/** How a paper names what it rests on. */
export const basisLeads = ['pursuant', 'implementing'] as const;
export type BasisLead = (typeof basisLeads)[number];
export const basisWords: Record<BasisLead, string> = { pursuant: 'Căn cứ', implementing: 'Thực hiện' };

/** What people write of an administrative paper (văn bản hành chính); number, day, numbering and marks come by themselves. */
export interface PaperDraft {
  /** Subject (trích yếu). */
  title: string;
  /** Rows of the list of legal documents, in the order in which they are cited. */
  bases: { documentId: string; lead: BasisLead }[];
  /** Sentence between the bases and the text. */
  opening: string | null;
  lines: OutlineLine[];
  recipients: Recipient[];
  /** Where it is filed (Lưu), e.g. `VT, TĐKT`. */
  filing: string;
  /** Collective in whose name it is signed (`TM.`), e.g. `Hội đồng Thi đua - Khen thưởng`; null where the head signs as such. */
  onBehalfOf: string | null;
  /** Month in which it is to be issued, `YYYY-MM`; printed with the day left open until then. */
  plannedFor: string;
  /** Of a decision: who carries it out. */
  executors: string | null;
  /** Of a repeal: its first day, `YYYY-MM-DD`. A regulation begins on the day of its overlay. */
  effectiveFrom: string | null;
  /** Of a regulation: the rules as data, the YAML of an overlay. */
  overlay: string | null;
}

/** One line of the recipients: `Sở Nội vụ (báo cáo);`. */
export const printedRecipient = ({ name, purpose }: Recipient): string => `${name}${purposeWords[purpose]};`;

/** First day of a regulation, that of its overlay, or of a repeal; null for other papers. */
export const effectiveFromOf = ({ overlay, effectiveFrom }: PaperDraft): string | null =>
  overlay === null ? effectiveFrom : overlayStart(overlay);
