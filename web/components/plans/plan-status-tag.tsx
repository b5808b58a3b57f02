import { useTranslation } from 'react-i18next';
import type { PlanSummary } from '../../../api/contract/index.ts';
import { type Tone, ToneTag } from '../tone-tag.tsx';

const tones: Record<PlanSummary['status'], Tone> = { draft: 'plain', running: 'blue', assigned: 'green' };

export function PlanStatusTag({ status }: Pick<PlanSummary, 'status'>) {
  const { t } = useTranslation();
  return <ToneTag tone={tones[status]}>{t(`plan.status.${status}`)}</ToneTag>;
}
