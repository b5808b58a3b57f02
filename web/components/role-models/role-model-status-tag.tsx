import { useTranslation } from 'react-i18next';
import type { RoleModelSummary } from '../../../api/contract/index.ts';
import { type Tone, ToneTag } from '../tone-tag.tsx';

const tones: Record<RoleModelSummary['status'], Tone> = {
  draft: 'plain',
  running: 'blue',
  approved: 'green',
  rejected: 'red',
  retired: 'plain',
};

/** Where a role model stands; of an approved one, whether everybody can read it. */
export function RoleModelStatusTag({ status, isPublic }: Pick<RoleModelSummary, 'status' | 'isPublic'>) {
  const { t } = useTranslation();
  if (status === 'approved' && !isPublic) return <ToneTag>{t('roleModel.notShown')}</ToneTag>;
  return <ToneTag tone={tones[status]}>{t(`roleModel.status.${status}`)}</ToneTag>;
}
