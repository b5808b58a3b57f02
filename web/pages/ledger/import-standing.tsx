import { useTranslation } from 'react-i18next';
import type { LedgerImport } from '../../../api/contract/index.ts';
import { ToneTag } from '../../components/tone-tag.tsx';

/** Whether an import stands, may still be undone, or was. */
export function ImportStandingTag({ row }: { row: LedgerImport }) {
  const { t } = useTranslation();
  if (row.undone) return <ToneTag>{t('ledger.undone')}</ToneTag>;
  return row.uses.length > 0 ? (
    <ToneTag tone="green">{t('ledger.inUse')}</ToneTag>
  ) : (
    <ToneTag tone="blue">{t('ledger.unused')}</ToneTag>
  );
}
