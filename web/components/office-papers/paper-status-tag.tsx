import { useTranslation } from 'react-i18next';
import type { OfficePaper } from '../../../api/contract/index.ts';
import { type Tone, ToneTag } from '../tone-tag.tsx';

const tones: Partial<Record<OfficePaper['status'], Tone>> = {
  signed: 'amber',
  numbered: 'amber',
  issued: 'green',
};

/** Where a paper stands; a draft that was handed on is under way. */
export function PaperStatusTag({ status, isUnderWay }: Pick<OfficePaper, 'status' | 'isUnderWay'>) {
  const { t } = useTranslation();
  if (status === 'draft' && isUnderWay) return <ToneTag tone="blue">{t('paper.underWay')}</ToneTag>;
  return <ToneTag tone={tones[status] ?? 'plain'}>{t(`paper.status.${status}`)}</ToneTag>;
}
