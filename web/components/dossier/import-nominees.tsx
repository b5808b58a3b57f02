import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useDossierCommands } from '../../queries/dossiers.ts';
import { ImportSheet } from '../import-sheet.tsx';

/** Imports nominees from a spreadsheet. */
export function ImportNominees({
  dossierId,
  open,
  onClose,
}: {
  dossierId: string;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { importNominations } = useDossierCommands(dossierId);
  return (
    <ImportSheet
      open={open}
      title={t('import.title')}
      help={t('import.help')}
      template="/api/dossiers/nominations-template.xlsx"
      command={importNominations}
      onSend={(file) =>
        importNominations.mutate(file, {
          onSuccess: ({ imported }) => {
            void message.success(t('import.done', { total: formatInteger(imported, currentLocale()) }));
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
