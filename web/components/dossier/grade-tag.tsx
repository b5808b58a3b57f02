import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VoteSummary } from '../../../api/contract/index.ts';
import { ToneTag } from '../tone-tag.tsx';

/** How sure the value is. A and B rest on the law's text; C and U are marked for a lawyer to confirm. */
export function GradeTag({ grade }: { grade: VoteSummary['grade'] }) {
  const { t } = useTranslation();
  if (grade === 'A' || grade === 'B') return null;
  return (
    <Tooltip title={t(`grade.${grade}`)}>
      <ToneTag tone="amber">{t('grade.unconfirmed')}</ToneTag>
    </Tooltip>
  );
}
