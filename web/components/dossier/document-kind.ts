import { useTranslation } from 'react-i18next';
import type { AttachmentKind } from '../../../api/contract/index.ts';

/** Kinds a person can attach, in the order a clerk needs them. */
export const attachmentKinds: AttachmentKind[] = [
  'submission',
  'achievement_report',
  'summary_report',
  'list_of_nominees',
  'minutes',
  'commendation_minutes',
  'bloc_minutes',
  'ballot_result',
  'initiative_certificate',
  'completion_evidence',
  'agency_opinion',
  'written_opinion',
  'proxy',
  'other',
];

/** Kinds that the system writes. */
const writtenKinds = ['decision', 'posting_summary', 'party_opinion'] as const;
type KnownKind = AttachmentKind | (typeof writtenKinds)[number];

const isKnown = (kind: string): kind is KnownKind =>
  ([...writtenKinds, ...attachmentKinds] as string[]).includes(kind);

/** Name of a document kind; one that the pages do not know yet is shown as it is. */
export function useDocumentKind(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => (isKnown(kind) ? t(`documentKind.${kind}`) : kind);
}
