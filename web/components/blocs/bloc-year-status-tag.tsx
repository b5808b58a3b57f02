import { useTranslation } from 'react-i18next';
import type { BlocYearSummary } from '../../../api/contract/index.ts';
import { type Tone, ToneTag } from '../tone-tag.tsx';

const tones: Record<BlocYearSummary['status'], Tone> = {
  draft: 'plain',
  running: 'blue',
  closed: 'green',
  recorded: 'plain',
};

export function BlocYearStatusTag({ status }: Pick<BlocYearSummary, 'status'>) {
  const { t } = useTranslation();
  return <ToneTag tone={tones[status]}>{t(`bloc.status.${status}`)}</ToneTag>;
}
